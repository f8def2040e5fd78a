package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static io.kanilint.gitlab.Asked.answer;
import static io.kanilint.gitlab.Asked.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TreeTest {
    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void listsFilesAndNothingElse() {
        answer(stub, """
                [{"type": "tree", "mode": "040000", "path": "ci/more"},
                 {"type": "blob", "mode": "100644", "path": "ci/a.yml"},
                 {"type": "blob", "mode": "100755", "path": "ci/b.sh"},
                 {"type": "blob", "mode": "120000", "path": "ci/link.yml"},
                 {"type": "commit", "mode": "160000", "path": "ci/submodule"}]""");
        assertThat(gitlab().files(3, "ci", true, "sha").orElseThrow()).containsExactly("ci/a.yml", "ci/b.sh");
        assertThat(only(stub).getUrl())
                .isEqualTo("/api/v4/projects/3/repository/tree?ref=sha&recursive=true&path=ci&per_page=100&page=1");
    }

    @Test
    void asksForTheRootWithoutAPath() {
        answer(stub, "[]");
        assertThat(gitlab().files(3, "", false, "a/b").orElseThrow()).isEmpty();
        assertThat(only(stub).getUrl())
                .isEqualTo("/api/v4/projects/3/repository/tree?ref=a%2Fb&recursive=false&per_page=100&page=1");
    }

    @Test
    void findsNothingInAFolderThatIsNotThere() {
        answer(stub, status(404).withBody("{\"message\": \"404 invalid revision or path Not Found\"}"));
        assertThat(gitlab().files(3, "nowhere", true, "sha").orElseThrow()).isEmpty();
    }

    @Test
    void givesUpOnEndlessLists() {
        answer(
                stub,
                okJson("[{\"type\": \"blob\", \"mode\": \"100644\", \"path\": \"a\"}]")
                        .withHeader("X-Next-Page", "2"));
        assertThat(gitlab().files(3, "", true, "sha")).isEmpty();
        assertThat(calls).hasValue(100);
    }

    @Test
    void failsAsOtherCallsDo() {
        answer(stub, status(502));
        assertThatThrownBy(() -> gitlab().files(3, "", true, "sha")).isInstanceOf(GitLabUnavailable.class);
    }

    private GitLab gitlab() {
        return Asked.gitlab(stub.baseUrl()).counting(calls);
    }
}
