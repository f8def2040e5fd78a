package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MergeRequestReadingTest {

    private final Scenario scenario = new Scenario();
    private final Client client = scenario.client;

    @AfterEach
    void stop() {
        scenario.close();
    }

    @Test
    void theTokenIsCheckedFirst() throws Exception {
        var nobody = client.send(HttpRequest.newBuilder(URI.create(scenario.gitlab.url() + "/api/v4/user"))
                .build());
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.message()).isEqualTo("401 Unauthorized");
        var bearer = client.send(HttpRequest.newBuilder(URI.create(scenario.gitlab.url() + "/api/v4/user"))
                .header("Authorization", "Bearer " + scenario.gitlab.token())
                .build());
        assertThat(bearer.json().path("bot").asBoolean()).isTrue();
        assertThat(bearer.json().path("username").asString()).isEqualTo("kanilint-bot");
    }

    @Test
    void aTokenThatMayOnlyReadWritesNothing() throws Exception {
        scenario.gitlab.tokenScopes("read_api");
        var reply = client.send("POST", scenario.path + "/notes", Map.of("body", "Hello"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.error()).isEqualTo("insufficient_scope");
        assertThat(client.get("/personal_access_tokens/self")
                        .json()
                        .at("/scopes/0")
                        .asString())
                .isEqualTo("read_api");
    }

    @Test
    void projectsAreFoundByIdAndByEncodedPath() throws Exception {
        assertThat(client.get("/projects/shop%2Fimages").json().path("id").asLong())
                .isEqualTo(scenario.project.id());
        assertThat(client.get("/projects/none").message()).isEqualTo("404 Project Not Found");
        assertThat(client.get("/projects/shop%2Fimages/merge_requests/9").message())
                .isEqualTo("404 Merge Request Not Found");
    }

    @Test
    void anUnknownRouteIsRecorded() throws Exception {
        assertThat(client.get("/projects/1/wikis").status()).isEqualTo(404);
        assertThat(scenario.gitlab.unknownCalls()).containsExactly("GET /api/v4/projects/1/wikis");
    }

    @Test
    void diffRefsComeLate() throws Exception {
        scenario.mr.unpreparedReads = 1;
        var early = client.get(scenario.path).json();
        assertThat(early.path("diff_refs").isNull()).isTrue();
        assertThat(early.path("prepared_at").isNull()).isTrue();
        var ready = client.get(scenario.path).json();
        assertThat(ready.at("/diff_refs/head_sha").asString()).isEqualTo(scenario.mr.headSha());
        assertThat(ready.at("/diff_refs/base_sha").asString()).isEqualTo(scenario.project.head("main"));
        assertThat(ready.path("prepared_at").isNull()).isFalse();
    }

    @Test
    void aDiffIsWhatGitWouldWrite() throws Exception {
        var file = client.get(scenario.path + "/diffs").json().get(0);
        assertThat(file.path("diff").asString()).isEqualTo("""
                @@ -7,7 +7,8 @@
                 line 7
                 line 8
                 line 9
                -line 10
                +line ten
                +line ten and a half
                 line 11
                 line 12
                 line 13
                """);
        assertThat(file.path("new_path").asString()).isEqualTo(Scenario.FILE);
        assertThat(client.get(scenario.path + "/raw_diffs").body())
                .startsWith(
                        "diff --git a/.gitlab-ci.yml b/.gitlab-ci.yml\n--- a/.gitlab-ci.yml\n+++ b/.gitlab-ci.yml\n@@");
    }

    @Test
    void newDeletedAndRenamedFilesAreTold() throws Exception {
        var mr = scenario.project
                .mergeRequest("Move")
                .from("move")
                .renaming(Scenario.FILE, "ci/build.yml")
                .deleting("README.md")
                .changing("new.yml", "a")
                .open();
        var diffs = client.get("/projects/shop%2Fimages/merge_requests/" + mr.iid() + "/diffs")
                .json();
        assertThat(diffs.get(0).path("renamed_file").asBoolean()).isTrue();
        assertThat(diffs.get(0).path("old_path").asString()).isEqualTo(Scenario.FILE);
        assertThat(diffs.get(0).path("diff").asString()).isEmpty();
        assertThat(diffs.get(1).path("new_file").asBoolean()).isTrue();
        assertThat(diffs.get(1).path("diff").asString()).isEqualTo("@@ -0,0 +1 @@\n+a\n\\ No newline at end of file\n");
        assertThat(diffs.get(2).path("deleted_file").asBoolean()).isTrue();
    }

    @Test
    void aLongDiffIsCollapsed() throws Exception {
        scenario.mr.push(Map.of("big.txt", "0123456789\n".repeat(2000)));
        var big = client.get(scenario.path + "/diffs").json().get(1);
        assertThat(big.path("collapsed").asBoolean()).isTrue();
        assertThat(big.path("diff").asString()).isEmpty();
    }

    @Test
    void everyPushIsAVersion() throws Exception {
        String first = scenario.mr.headSha();
        String second = scenario.mr.push(Map.of("README.md", "# More\n"));
        var versions = client.get(scenario.path + "/versions").json();
        assertThat(versions.get(0).path("head_commit_sha").asString()).isEqualTo(second);
        assertThat(versions.get(1).path("head_commit_sha").asString()).isEqualTo(first);
        var version = client.get(scenario.path + "/versions/"
                        + versions.get(0).path("id").asLong())
                .json();
        assertThat(version.path("commits").size()).isEqualTo(2);
        assertThat(version.path("diffs").size()).isEqualTo(2);
    }

    @Test
    void theBaseIsTheMergeBaseAndTheStartIsTheTargetsHead() throws Exception {
        String base = scenario.project.head("main");
        String start = scenario.project.commit("main", Map.of("other.txt", "other\n"));
        scenario.mr.push(Map.of("README.md", "# More\n"));
        var refs = client.get(scenario.path).json().path("diff_refs");
        assertThat(refs.path("base_sha").asString()).isEqualTo(base);
        assertThat(refs.path("start_sha").asString()).isEqualTo(start);
        scenario.mr.forcePush(Map.of("README.md", "# Rebased\n"), "Rebase");
        assertThat(client.get(scenario.path).json().at("/diff_refs/base_sha").asString())
                .isEqualTo(start);
    }

    @Test
    void filesAreReadAtBranchesCommitsAndMergeRequestHeads() throws Exception {
        String file = "/projects/" + scenario.project.id() + "/repository/files/.gitlab-ci.yml";
        assertThat(client.get(file + "/raw?ref=main").body()).isEqualTo(Scenario.lines(1, 30));
        assertThat(client.get(file + "/raw?ref=" + scenario.mr.headSha()).body())
                .isEqualTo(Scenario.changed());
        assertThat(client.get(file + "/raw?ref=refs%2Fmerge-requests%2F1%2Fhead")
                        .body())
                .isEqualTo(Scenario.changed());
        assertThat(client.get(file + "?ref=main").json().path("encoding").asString())
                .isEqualTo("base64");
        assertThat(client.get(file + "/raw?ref=none").message()).isEqualTo("404 Commit Not Found");
        assertThat(client.get(file.replace("ci.yml", "cd.yml") + "?ref=main").message())
                .isEqualTo("404 File Not Found");
        var head = client.send("HEAD", file + "?ref=main", Map.of());
        assertThat(head.header("X-Gitlab-Last-Commit-Id")).isEqualTo(scenario.project.head("main"));
    }

    @Test
    void aForksHeadIsReadInTheTargetProject() throws Exception {
        var fork = scenario.project.fork("author/images");
        var mr = fork.mergeRequest("Idea")
                .from("idea")
                .changing("ci/a.yml", "a: 1\n")
                .toParent()
                .open();
        var json = client.get("/projects/" + scenario.project.id() + "/merge_requests/" + mr.iid())
                .json();
        assertThat(json.path("source_project_id").asLong()).isEqualTo(fork.id());
        String file = "/projects/" + scenario.project.id() + "/repository/files/ci%2Fa.yml/raw?ref=" + mr.headSha();
        assertThat(client.get(file).body()).isEqualTo("a: 1\n");
        var tree = client.get(
                "/projects/" + scenario.project.id() + "/repository/tree?recursive=true&ref=" + mr.headSha());
        assertThat(tree.json().findValuesAsString("path"))
                .containsExactly("ci", ".gitlab-ci.yml", "README.md", "ci/a.yml");
    }

    @Test
    void rolesAreReadWithInheritance() throws Exception {
        var author = scenario.gitlab.user("author");
        String member = "/projects/" + scenario.project.id() + "/members/all/" + author.id();
        assertThat(client.get(member).status()).isEqualTo(404);
        scenario.project.member(author, 30);
        assertThat(client.get(member).json().path("access_level").asInt()).isEqualTo(30);
    }

    @Test
    void aMergeRequestIsOpenedOncePerBranch() throws Exception {
        String list = "/projects/" + scenario.project.id() + "/merge_requests";
        scenario.project.commit("fix", Map.of("README.md", "# Fixed\n"));
        var form = Map.of("source_branch", "fix", "target_branch", "images", "title", "Fix");
        assertThat(client.send("POST", list, form).json().path("iid").asInt()).isEqualTo(2);
        assertThat(client.send("POST", list, form).status()).isEqualTo(409);
        assertThat(client.get(list + "?state=opened").json().size()).isEqualTo(2);
        assertThat(client.get("/merge_requests?scope=all&state=merged").json().size())
                .isZero();
    }
}
