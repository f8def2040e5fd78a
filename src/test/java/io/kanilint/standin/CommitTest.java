package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitTest {

    private final Scenario scenario = new Scenario();
    private final Client client = scenario.client;
    private final String project = "/projects/" + scenario.project.id();

    @AfterEach
    void stop() {
        scenario.close();
    }

    private Client.Reply status(String sha, Map<String, ?> form) throws Exception {
        return client.send("POST", project + "/statuses/" + sha, form);
    }

    private Client.Reply commit(String branch, String more, String action) throws Exception {
        return client.sendJson(
                "POST",
                project + "/repository/commits",
                "{\"branch\":\"%s\",\"commit_message\":\"Repair\"%s,\"actions\":[{%s}]}"
                        .formatted(branch, more, action));
    }

    private static String action(String kind, String path, String more) {
        return "\"action\":\"%s\",\"file_path\":\"%s\",\"content\":\"new\\n\"%s".formatted(kind, path, more);
    }

    @Test
    void aStatusIsRecordedOnItsCommit() throws Exception {
        var reply =
                status(scenario.mr.headSha(), Map.of("state", "failed", "name", "kanilint", "description", "1 error"));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(scenario.mr.statuses())
                .singleElement()
                .returns("failed", CommitStatus::state)
                .returns("images", CommitStatus::ref);
    }

    @Test
    void theStateIsOneThatGitLabKnows() throws Exception {
        assertThat(status(scenario.mr.headSha(), Map.of("state", "ok")).error())
                .isEqualTo("state does not have a valid value");
        assertThat(status(scenario.mr.headSha(), Map.of()).error()).startsWith("state is missing");
    }

    @Test
    void aRunningStatusRunsOnceAndEndsInPlace() throws Exception {
        String head = scenario.mr.headSha();
        long first = status(head, Map.of("state", "running", "name", "kanilint"))
                .json()
                .path("id")
                .asLong();
        var again = status(head, Map.of("state", "running", "name", "kanilint"));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.message()).startsWith("Cannot transition status via :run from :running");
        var done = status(head, Map.of("state", "success", "name", "kanilint"));
        assertThat(done.json().path("id").asLong()).isEqualTo(first);
        assertThat(status(head, Map.of("state", "failed", "name", "kanilint"))
                        .json()
                        .path("id")
                        .asLong())
                .isNotEqualTo(first);
        assertThat(client.get(project + "/repository/commits/" + head + "/statuses")
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(client.get(project + "/repository/commits/" + head + "/statuses?all=true")
                        .json()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void anUnknownCommitAndAForksHeadAreRefused() throws Exception {
        assertThat(status("0".repeat(40), Map.of("state", "success")).message()).isEqualTo("404 Commit Not Found");
        var fork = scenario.project.fork("author/images");
        var mr = fork.mergeRequest("From a fork")
                .from("idea")
                .changing("README.md", "# Idea\n")
                .toParent()
                .open();
        assertThat(status(mr.headSha(), Map.of("state", "success")).message())
                .isEqualTo("404 References for commit Not Found");
        assertThat(status(mr.headSha(), Map.of("state", "success", "ref", "idea"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void longTextsAndReportersAreRefused() throws Exception {
        var longText = Map.of("state", "success", "description", "x".repeat(256));
        assertThat(status(scenario.mr.headSha(), longText).status()).isEqualTo(400);
        assertThat(status(scenario.mr.headSha(), Map.of("state", "success", "target_url", "javascript:1"))
                        .status())
                .isEqualTo(400);
        scenario.project.member(scenario.gitlab.bot(), 20);
        assertThat(status(scenario.mr.headSha(), Map.of("state", "success")).status())
                .isEqualTo(403);
    }

    @Test
    void aCommitMovesTheBranchAndItsMergeRequest() throws Exception {
        String before = scenario.mr.headSha();
        var reply = commit("images", "", action("update", Scenario.FILE, ""));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(scenario.mr.headSha())
                .isEqualTo(reply.json().path("id").asString())
                .isNotEqualTo(before);
        assertThat(scenario.mr.hookBody("update")).contains("\"oldrev\":\"" + before + "\"");
    }

    @Test
    void lostUpdatesAndWrongActionsAreRefused() throws Exception {
        String last = "," + "\"last_commit_id\":\"%s\"";
        assertThat(commit("images", "", action("update", Scenario.FILE, last.formatted(scenario.project.head("main"))))
                        .message())
                .startsWith("The file has changed since you started editing it");
        assertThat(commit("images", "", action("update", Scenario.FILE, last.formatted(scenario.mr.headSha())))
                        .status())
                .isEqualTo(201);
        assertThat(commit("images", "", action("create", Scenario.FILE, "")).message())
                .isEqualTo("A file with this name already exists");
        assertThat(commit("images", "", action("delete", "none", "")).message())
                .isEqualTo("A file with this name doesn't exist");
    }

    @Test
    void branchesAndRightsAreChecked() throws Exception {
        String update = action("update", "README.md", "");
        assertThat(commit("new", "", update).message())
                .isEqualTo("You can only create or edit files when you are on a branch");
        assertThat(commit("new", ",\"start_branch\":\"main\"", update).status()).isEqualTo(201);
        assertThat(commit("new", ",\"start_branch\":\"main\"", update).message())
                .contains("already exists");
        assertThat(commit("main", "", update).message()).isEqualTo("You are not allowed to push into this branch");
        scenario.project.member(scenario.gitlab.bot(), 20);
        assertThat(commit("images", "", update).status()).isEqualTo(403);
    }
}
