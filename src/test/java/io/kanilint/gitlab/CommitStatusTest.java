package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static io.kanilint.gitlab.Asked.answer;
import static io.kanilint.gitlab.Asked.form;
import static io.kanilint.gitlab.Asked.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommitStatusTest {
    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    @Test
    void sendsItsFields() {
        answer(stub, status(201).withHeader("Content-Type", "application/json").withBody("{\"id\": 1}"));
        set(new CommitStatus(
                CommitStatus.State.FAILED, "kanilint", "2 findings", "https://k.example.com/1", "feature/x"));
        assertThat(only(stub).getUrl()).isEqualTo("/api/v4/projects/3/statuses/abc");
        assertThat(form(only(stub)))
                .containsOnly(
                        Map.entry("state", "failed"),
                        Map.entry("name", "kanilint"),
                        Map.entry("description", "2 findings"),
                        Map.entry("target_url", "https://k.example.com/1"),
                        Map.entry("ref", "feature/x"));
    }

    @ParameterizedTest
    @EnumSource
    void knowsAllStates(CommitStatus.State state) {
        answer(stub, "{}");
        set(new CommitStatus(state, "kanilint", "", null, null));
        assertThat(form(only(stub))).containsEntry("state", state.name().toLowerCase());
    }

    @Test
    void fitsIntoGitLabsColumns() {
        var long255 = new CommitStatus(CommitStatus.State.SUCCESS, "k", "🚀".repeat(255), "h".repeat(255), null);
        assertThat(long255.description()).isEqualTo("🚀".repeat(255));
        assertThat(long255.targetUrl()).hasSize(255);
        var tooLong = new CommitStatus(CommitStatus.State.SUCCESS, "k", "🚀".repeat(256), "h".repeat(256), null);
        assertThat(tooLong.description()).isEqualTo("🚀".repeat(254) + "…");
        assertThat(tooLong.targetUrl()).isNull();
    }

    private void set(CommitStatus status) {
        Asked.gitlab(stub.baseUrl()).status(3, "abc", status);
    }
}
