package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
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
    void ofLongCommentsOnlyOursAreWhole() {
        String longText = "x".repeat(100_000);
        String note = "{\"id\": %d, \"body\": \"%s\", \"author\": {\"id\": %d}}";
        stub.stubFor(get(urlPathEqualTo("/api/v4/user")).willReturn(okJson("{\"id\": 42, \"username\": \"bot\"}")));
        stub.stubFor(get(urlPathEqualTo("/api/v4/projects/3/merge_requests/7/discussions"))
                .willReturn(okJson("[{\"id\": \"t\", \"notes\": [%s, %s]}]"
                        .formatted(note.formatted(1, longText, 42), note.formatted(2, longText, 43)))));
        assertThat(threads().getFirst().notes())
                .extracting(Note::body)
                .containsExactly(longText, longText.substring(0, ThreadTree.SHORT));
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
