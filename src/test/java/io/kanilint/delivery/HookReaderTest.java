package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of bodies like those that GitLab sends, under {@code hooks} in the test resources. */
class HookReaderTest {
    private static final Path HOOKS = Path.of("src/test/resources/hooks");
    private static final String HEAD = "4b1f6c0de2a9537810fedcba98765432100a1b2c";
    private static final String BEFORE = "9c2e7d1ab4f03568bdca02468ace13579bdf0e1d";

    @ParameterizedTest
    @CsvSource({
        "merge-request-open, merge_request open",
        "merge-request-push, merge_request update",
        "merge-request-retarget, merge_request update",
        "merge-request-reopen, merge_request reopen",
        "system-merge-request-open, merge_request open",
    })
    void theseAskForALook(String file, String event) throws IOException {
        assertThat(read(file)).isInstanceOfSatisfying(Hook.Changed.class, hook -> {
            assertThat(hook.event()).isEqualTo(event);
            assertThat(hook.projectId()).isEqualTo(4711);
            assertThat(hook.iid()).isEqualTo(7);
            assertThat(hook.ciPath()).isEqualTo(".gitlab-ci.yml");
            assertThat(hook.occurrence()).hasSize(64);
        });
    }

    @Test
    void itsEndIsTold() throws IOException {
        assertThat(read("merge-request-merge")).isInstanceOfSatisfying(Hook.Ended.class, hook -> {
            assertThat(hook.event()).isEqualTo("merge_request merge");
            assertThat(hook.projectId()).isEqualTo(4711);
            assertThat(hook.iid()).isEqualTo(7);
        });
        String closed = text("merge-request-merge").replace("\"action\": \"merge\"", "\"action\": \"close\"");
        assertThat(read(closed.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Hook.Ended.class);
    }

    @ParameterizedTest
    @CsvSource({
        "merge-request-label, 4711, 7, Neither the commits nor the target branch changed.",
        "merge-request-ready, 4711, 7, Neither the commits nor the target branch changed.",
        "merge-request-approvals-reset, 4711, 7, It changes no code.",
        "note-edited, 4711, 7, Only new comments of people are read.",
        "note-on-an-issue, 4711, 0, Only comments on merge requests are read.",
        "job-running, 4711, 7, The job has not come to an end.",
        "pipeline-pending, 4711, 7, The pipeline has not come to an end.",
        "push, 4711, 0, Pushes are not looked at: a merge request tells of its new commits itself.",
        "system-push, 4711, 0, Pushes are not looked at: a merge request tells of its new commits itself.",
        "push-of-a-new-branch, 4711, 0, Pushes are not looked at: a merge request tells of its new commits itself.",
        "push-deleting, 4711, 0, Pushes are not looked at: a merge request tells of its new commits itself.",
        "emoji-on-the-merge-request, 4711, 7, Only emoji on comments on merge requests count.",
        "token-expires, 0, 0, Events of this kind are not looked at.",
        "system-project-created, 4711, 0, Events of this kind are not looked at.",
    })
    void theseAreIgnoredWithTheReason(String file, long project, long iid, String reason) throws IOException {
        assertThat(read(file)).isInstanceOfSatisfying(Hook.Ignored.class, hook -> {
            assertThat(hook.projectId()).isEqualTo(project);
            assertThat(hook.iid()).isEqualTo(iid);
            assertThat(hook.reason()).isEqualTo(reason);
        });
    }

    @Test
    void aTemplateOfTheAdministratorsOwnIsPointedOut() throws IOException {
        assertThat(read("templated"))
                .isInstanceOfSatisfying(
                        Hook.Ignored.class, hook -> assertThat(hook.reason()).contains("template"));
    }

    @Test
    void commentsJobsPipelinesAndEmojiAreReadAsLaterStepsNeedThem() throws IOException {
        String thread = "6a9c1750b37d513a43987b574953fceb50b03ce7";
        assertThat(read("note-on-merge-request"))
                .isEqualTo(new Hook.Note("note create", 4711, 7, 555, 21, "@kanilint recheck\nplease"));
        assertThat(read("note-of-an-old-gitlab")).isEqualTo(read("note-on-merge-request"));
        assertThat(read("job-succeeded"))
                .isEqualTo(new Hook.JobFinished("build success", 4711, 7, 1977, "build_api", HEAD, "success"));
        assertThat(read("job-of-a-branch-failed"))
                .isEqualTo(new Hook.JobFinished("build failed", 4711, 0, 1977, "build_api", HEAD, "failed"));
        assertThat(read("pipeline-of-a-merge-request"))
                .isEqualTo(new Hook.PipelineFinished("pipeline success", 4711, 7, 2366, HEAD, "success"));
        assertThat(read("pipeline-of-a-branch"))
                .isEqualTo(new Hook.PipelineFinished("pipeline failed", 4711, 0, 2366, HEAD, "failed"));
        assertThat(read("emoji-thumbs-down"))
                .isEqualTo(new Hook.Emoji(
                        "emoji award", 4711, 7, 555, thread, "@kanilint recheck\nplease", "thumbsdown", true, 21));
        assertThat(read("emoji-taken-back"))
                .isEqualTo(new Hook.Emoji(
                        "emoji revoke", 4711, 7, 555, thread, "@kanilint recheck\nplease", "thumbsdown", false, 21));
    }

    @Test
    void internalCommentsAreNotRead() throws IOException {
        String note = text("note-on-merge-request");
        String internal = note.replace("\"event_type\": \"note\"", "\"event_type\": \"confidential_note\"");
        assertThat(internal).isNotEqualTo(note);
        assertThat(read(internal.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Hook.Ignored.class, hook -> assertThat(hook.reason()).contains("Internal"));
    }

    @Test
    void whereNobodySaysWhatHappenedAnOpenMergeRequestIsLookedAt() throws IOException {
        String body = text("merge-request-open").replace("\"action\": \"open\"", "\"action\": null");
        assertThat(read(body.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Hook.Changed.class);
        assertThat(read(body.replace("\"opened\"", "\"merged\"").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Hook.Ignored.class);
    }

    @Test
    void theSameEventIsKnownAgainWhicheverHookTellsOfIt() throws IOException {
        assertThat(occurrence(text("system-merge-request-open"))).isEqualTo(occurrence(text("merge-request-open")));
    }

    @Test
    void anotherEventIsAnother() throws IOException {
        String push = text("merge-request-push");
        assertThat(Stream.of(
                                text("merge-request-open"),
                                text("merge-request-reopen"),
                                text("merge-request-retarget"),
                                push,
                                push.replace("\"id\": \"" + HEAD, "\"id\": \"" + HEAD.replace('4', '5')),
                                push.replace(BEFORE, BEFORE.replace('9', '8')),
                                push.replace(
                                        "\"updated_at\": \"2026-03-02 09:15:08",
                                        "\"updated_at\": \"2026-03-02 09:15:09"))
                        .map(HookReaderTest::occurrence)
                        .collect(Collectors.toSet()))
                .hasSize(7);
    }

    @Test
    void whereTheBodyDoesNotTellEnoughNoEventIsTheSame() throws IOException {
        String open = text("merge-request-open");
        assertThat(occurrence(open.replace("\"updated_at\"", "\"was\""))).isNull();
        assertThat(occurrence(open.replace("\"last_commit\"", "\"was\""))).isNull();
    }

    @Test
    void aPushThatMovedNothingIsIgnored() throws IOException {
        assertThat(read(text("merge-request-push").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Hook.Changed.class);
        assertThat(read(text("merge-request-push").replace(BEFORE, HEAD).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Hook.Ignored.class);
    }

    @Test
    void ofALongCommentTheBeginningIsKept() throws IOException {
        String body = text("note-on-merge-request").replace("recheck", "a\\u0000b" + "x".repeat(1_000_000));
        assertThat(read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Hook.Note.class,
                        note -> assertThat(note.text())
                                .startsWith("@kanilint a?bxx")
                                .hasSize(4_000));
    }

    private static String occurrence(String body) {
        return ((Hook.Changed) read(body.getBytes(StandardCharsets.UTF_8))).occurrence();
    }

    private static Hook read(byte[] body) {
        return HookReader.read(new HookBody(List.of(body))).orElseThrow();
    }

    private static Hook read(String file) throws IOException {
        return read(text(file).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String file) throws IOException {
        return Files.readString(HOOKS.resolve(file + ".json"));
    }
}
