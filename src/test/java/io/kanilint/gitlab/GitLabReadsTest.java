package io.kanilint.gitlab;

import static io.kanilint.gitlab.Asked.answer;
import static io.kanilint.gitlab.Asked.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GitLabReadsTest {
    private static final String MERGE_REQUEST = """
            {"id": 900, "iid": 7, "project_id": 3, "title": "Build ä", "state": "opened", "draft": true,
             "source_branch": "feature/x", "target_branch": "main", "source_project_id": %s, "target_project_id": 3,
             "created_at": "2026-02-03T04:05:06.789Z", "prepared_at": null, "unheard_of": {"a": []},
             "web_url": "https://gitlab.example.com/g/p/-/merge_requests/7", "diff_refs": %s}""";

    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    @Test
    void mergeRequest() {
        answer(stub, MERGE_REQUEST.formatted(4, """
                {"base_sha": "b", "start_sha": "s", "head_sha": "h"}"""));
        assertThat(gitlab().mergeRequest(3, 7))
                .isEqualTo(new MergeRequest(
                        3,
                        7,
                        "Build ä",
                        "opened",
                        "feature/x",
                        "main",
                        4,
                        new DiffRefs("b", "s", "h"),
                        "https://gitlab.example.com/g/p/-/merge_requests/7",
                        null,
                        null));
        assertThat(only(stub).getUrl()).isEqualTo("/api/v4/projects/3/merge_requests/7");
        assertThat(only(stub).getHeader("PRIVATE-TOKEN")).isEqualTo(Asked.TOKEN);
        assertThat(only(stub).getHeader("User-Agent")).isEqualTo("Kanilint/test");
    }

    @Test
    void mergeRequestThatIsNotPreparedYet() {
        answer(stub, MERGE_REQUEST.formatted(4, "null"));
        assertThat(gitlab().mergeRequest(3, 7).diffRefs()).isNull();
        answer(stub, MERGE_REQUEST.formatted(4, """
                {"base_sha": null, "start_sha": null, "head_sha": "h"}"""));
        assertThat(gitlab().mergeRequest(3, 7).diffRefs()).isNull();
    }

    @Test
    void mergeRequestOfADeletedFork() {
        answer(stub, MERGE_REQUEST.formatted("null", "null"));
        assertThat(gitlab().mergeRequest(3, 7).sourceProjectId()).isZero();
    }

    @Test
    void aMergedOneSaysWithWhichCommit() {
        String merged = MERGE_REQUEST
                .formatted(4, "null")
                .replace("opened", "merged")
                .replaceFirst("}$", ", \"sha\": \"h\", \"merged_at\": \"2026-02-04T00:00:00.000Z\"%s}");
        Instant time = Instant.parse("2026-02-04T00:00:00Z");
        answer(stub, merged.formatted(""));
        assertThat(gitlab().mergeRequest(3, 7).merged()).isEqualTo(new MergeRequest.Merge("h", time));
        answer(stub, merged.formatted(", \"squash_commit_sha\": \"s\""));
        assertThat(gitlab().mergeRequest(3, 7).merged()).isEqualTo(new MergeRequest.Merge("s", time));
        answer(stub, merged.formatted(", \"squash_commit_sha\": \"s\", \"merge_commit_sha\": \"m\""));
        assertThat(gitlab().mergeRequest(3, 7).merged()).isEqualTo(new MergeRequest.Merge("m", time));
        assertThat(gitlab().mergeRequest(3, 7).open()).isFalse();
    }

    @Test
    void whetherACommitContainsAnother() {
        answer(stub, "{\"id\": \"a1\"}");
        Commits commits = gitlab().commits(3);
        assertThat(commits.contains("b2", "a1")).isTrue();
        assertThat(only(stub).getUrl())
                .isEqualTo("/api/v4/projects/3/repository/merge_base?refs%5B%5D=a1&refs%5B%5D=b2");
        assertThat(commits.contains("b2", "c3")).isFalse();
    }

    @Test
    void asksOnceWhoWeAre() {
        answer(stub, "{\"id\": 42, \"username\": \"kanilint\"}");
        AtomicInteger calls = new AtomicInteger();
        GitLab gitlab = gitlab();
        assertThat(gitlab.counting(calls).botId()).isEqualTo(42);
        assertThat(gitlab.botId()).isEqualTo(42);
        assertThat(calls).hasValue(1);
        assertThat(only(stub).getUrl()).isEqualTo("/api/v4/user");
    }

    @Test
    void project() {
        answer(stub, """
                {"id": 3, "path_with_namespace": "g/p", "default_branch": null, "ci_config_path": "ci/x.yml@g/ci:v1",
                 "web_url": "https://gitlab.example.com/g/p"}""");
        assertThat(gitlab().project(3))
                .isEqualTo(new Project(3, "g/p", null, "ci/x.yml@g/ci:v1", "https://gitlab.example.com/g/p"));
    }

    @Test
    void gitLabBelowAPath() {
        answer(stub, "{\"id\": 42}");
        assertThat(Asked.gitlab(stub.baseUrl() + "/gitlab/").botId()).isEqualTo(42);
        assertThat(only(stub).getUrl()).isEqualTo("/gitlab/api/v4/user");
    }

    @Test
    void answerWithoutWhatWeNeed() {
        answer(stub, "{\"username\": \"kanilint\"}");
        assertThatThrownBy(gitlab()::botId).isInstanceOf(GitLabUnavailable.class);
        answer(stub, "{}");
        assertThatThrownBy(() -> gitlab().mergeRequest(3, 7)).isInstanceOf(GitLabUnavailable.class);
        answer(stub, "null");
        assertThatThrownBy(() -> gitlab().mergeRequest(3, 7)).isInstanceOf(GitLabUnavailable.class);
    }

    private GitLab gitlab() {
        return Asked.gitlab(stub.baseUrl());
    }
}
