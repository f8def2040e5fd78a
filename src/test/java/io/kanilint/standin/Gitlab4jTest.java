package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.gitlab4j.api.models.CommitAction;
import org.gitlab4j.api.models.CommitPayload;
import org.gitlab4j.api.models.CommitStatus;
import org.gitlab4j.api.models.Position;
import org.gitlab4j.models.Constants.CommitBuildState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The library that Kanilint uses and the stand-in understand each other. */
class Gitlab4jTest {

    private final Scenario scenario = new Scenario();
    private final GitLabApi api = new GitLabApi(scenario.gitlab.url(), scenario.gitlab.token());
    private final Long project = scenario.project.id();

    @AfterEach
    void stop() {
        api.close();
        scenario.close();
    }

    private Position position(Integer oldLine, Integer newLine) {
        var version = scenario.mr.version();
        return new Position()
                .withPositionType(Position.PositionType.TEXT)
                .withBaseSha(version.base().sha())
                .withStartSha(version.start().sha())
                .withHeadSha(version.head().sha())
                .withOldPath(Scenario.FILE)
                .withNewPath(Scenario.FILE)
                .withOldLine(oldLine)
                .withNewLine(newLine);
    }

    @Test
    void threadsAreOpenedResolvedAndListed() throws Exception {
        var discussions = api.getDiscussionsApi();
        var opened = discussions.createMergeRequestDiscussion(
                project, 1L, "Ünïcode + \"text\"", null, null, position(null, 10));
        assertThat(opened.getNotes().getFirst().getPosition().getNewLine()).isEqualTo(10);
        assertThat(scenario.mr.notes().getFirst().body()).isEqualTo("Ünïcode + \"text\"");
        var resolved = discussions.resolveMergeRequestDiscussion(project, 1L, opened.getId(), true);
        assertThat(resolved.getNotes().getFirst().getResolved()).isTrue();
        assertThat(discussions.getMergeRequestDiscussions(project, 1L))
                .extracting("id")
                .contains(opened.getId());
    }

    @Test
    void aRefusalArrivesWithGitLabsWords() {
        assertThatThrownBy(() -> api.getDiscussionsApi()
                        .createMergeRequestDiscussion(project, 1L, "x", null, null, position(null, 9)))
                .isInstanceOfSatisfying(GitLabApiException.class, refused -> {
                    assertThat(refused.getHttpStatus()).isEqualTo(400);
                    assertThat(refused.getMessage()).contains("line_code");
                });
    }

    @Test
    void mergeRequestsDiffsAndVersionsAreRead() throws Exception {
        var mr = api.getMergeRequestApi().getMergeRequest("shop/images", 1L);
        assertThat(mr.getDiffRefs().getHeadSha()).isEqualTo(scenario.mr.headSha());
        for (int i = 0; i < 3; i++) {
            scenario.mr.push(Map.of("file" + i, "x\n"));
        }
        var diffs = api.getMergeRequestApi().getDiffs("shop/images", 1L, 2);
        assertThat(diffs.getTotalItems()).isEqualTo(4);
        assertThat(diffs.all())
                .hasSize(4)
                .first()
                .matches(diff -> diff.getDiff().startsWith("@@ -7,7 +7,8 @@"));
        assertThat(api.getMergeRequestApi().getDiffVersions("shop/images", 1L)).hasSize(4);
    }

    @Test
    void filesAreRead() throws Exception {
        try (var raw = api.getRepositoryFileApi().getRawFile(project, "main", Scenario.FILE)) {
            assertThat(new String(raw.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(Scenario.lines(1, 30));
        }
        var file = api.getRepositoryFileApi().getFile(project, Scenario.FILE, "images");
        assertThat(file.getDecodedContentAsString()).isEqualTo(Scenario.changed());
        assertThat(api.getRepositoryFileApi()
                        .getFileInfo(project, Scenario.FILE, "images")
                        .getLastCommitId())
                .isEqualTo(scenario.mr.headSha());
        assertThat(api.getRepositoryApi().getTree(project, "/", "main")).hasSize(2);
    }

    @Test
    void statusesAndCommitsAreWritten() throws Exception {
        var status = new CommitStatus().withName("kanilint").withDescription("2 errors");
        api.getCommitsApi().addCommitStatus(project, scenario.mr.headSha(), CommitBuildState.FAILED, status);
        assertThat(scenario.mr.statuses())
                .singleElement()
                .returns("2 errors", io.kanilint.standin.CommitStatus::description);
        var action = new CommitAction()
                .withAction(CommitAction.Action.UPDATE)
                .withFilePath("README.md")
                .withContent("# New\n");
        var payload = new CommitPayload()
                .withBranch("images")
                .withCommitMessage("Repair")
                .withAction(action);
        assertThat(api.getCommitsApi().createCommit(project, payload).getId()).isEqualTo(scenario.mr.headSha());
    }

    @Test
    void notesEmojiAndTheBotItselfAreRead() throws Exception {
        assertThat(api.getUserApi().getCurrentUser().getUsername()).isEqualTo("kanilint-bot");
        var note = api.getNotesApi().createMergeRequestNote(project, 1L, "Hello", null, null);
        assertThat(api.getNotesApi().getMergeRequestNotes(project, 1L)).hasSize(1);
        api.getAwardEmojiApi().addMergeRequestAwardEmoji(project, 1L, note.getId(), "eyes");
        assertThat(scenario.gitlab.unknownCalls()).isEmpty();
    }
}
