package io.kanilint.gitlab;

import static io.kanilint.gitlab.Asked.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThreadsTest {
    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    @Test
    void readsNotesInTheirOrder() {
        answer(stub, """
                [{"id": "t", "individual_note": false, "notes": [
                  {"id": 1, "type": "DiffNote", "body": "first\\n<!-- x -->", "author": {"id": 42, "username": "bot"},
                   "created_at": "2026-02-03T04:05:06.789Z", "system": false, "resolvable": true, "resolved": false},
                  {"id": 2, "type": "DiscussionNote", "body": "second", "author": null, "system": false,
                   "resolvable": true, "resolved": false}]}]""");
        assertThat(threads())
                .containsExactly(new DiscussionThread(
                        "t",
                        true,
                        false,
                        List.of(
                                new Note(1, 42, "first\n<!-- x -->", false, null),
                                new Note(2, 0, "second", false, null))));
    }

    @Test
    void isResolvedWhenAllIsThatCanBe() {
        assertThat(thread("true", "true", "true", "true").resolved()).isTrue();
        assertThat(thread("true", "true", "true", "false").resolved()).isFalse();
        assertThat(thread("true", "true", "false", "null").resolved()).isTrue();
    }

    @Test
    void plainNotesCannotBeResolved() {
        assertThat(thread("false", "null", "false", "null"))
                .returns(false, DiscussionThread::resolvable)
                .returns(false, DiscussionThread::resolved);
    }

    private DiscussionThread thread(String resolvable1, String resolved1, String resolvable2, String resolved2) {
        answer(stub, """
                [{"id": "t", "notes": [{"id": 1, "resolvable": %s, "resolved": %s},
                                       {"id": 2, "resolvable": %s, "resolved": %s, "type": "Unheard"}]}]""".formatted(resolvable1, resolved1, resolvable2, resolved2));
        return threads().getFirst();
    }

    private List<DiscussionThread> threads() {
        return Asked.gitlab(stub.baseUrl()).threads(3, 7);
    }
}
