package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Note;
import io.kanilint.standin.StandInGitLab;
import io.kanilint.standin.User;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** People talk to the service in the comments of a merge request. */
record Talk(StandInGitLab gitlab, RunningService service, MergeRequest mergeRequest) {
    /** Between the first two a review wakes the task anew. */
    private static final Set<String> UNDER_WAY = Set.of("reviewing", "unreviewed", "waiting");

    /** A member who may give commands. */
    User developer() {
        User developer = gitlab.user("developer");
        mergeRequest.project().member(developer, 30);
        return developer;
    }

    /** Writes a comment, lets GitLab tell of it and waits until nothing is to be done any more. */
    Note comment(User user, String text) {
        Note note = mergeRequest.comment(user, text);
        tell(note);
        return note;
    }

    /** As {@link #comment}, in the first thread. */
    Note reply(User user, String text) {
        Note note = mergeRequest.reply(mergeRequest.threads().getFirst(), user, text);
        tell(note);
        return note;
    }

    void tell(Note note) {
        tell(note, UUID.randomUUID().toString());
    }

    /** As GitLab tells of it, once more if the key was used before. */
    void tell(Note note, String key) {
        assertThat(gitlab.webhook(service.hookUri())
                        .withToken(RunningService.WEBHOOK_TOKEN)
                        .send("Note Hook", mergeRequest.noteHookBody(note), key))
                .isEqualTo(202);
        settle(note);
    }

    void settle(Note note) {
        await("the answer to " + note.body())
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    hurry(note);
                    return tasks(note) == 0 && !UNDER_WAY.contains(state(note));
                });
    }

    /** Brings the next try forward, as if the time had passed: after a lost answer that is a minute. */
    private void hurry(Note note) {
        var now = Instant.now().atOffset(ZoneOffset.UTC);
        service.database()
                .sql(
                        "UPDATE scheduled_tasks SET execution_time = ?"
                                + " WHERE task_name = 'command' AND task_instance = ? AND picked = FALSE AND execution_time > ?")
                .params(now, Long.toString(note.id()), now)
                .update();
    }

    private int tasks(Note note) {
        return service.database()
                .sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'command' AND task_instance = ?")
                .param(Long.toString(note.id()))
                .query(Integer.class)
                .single();
    }

    String state(Note note) {
        return service.database()
                .sql("SELECT state FROM command WHERE note_id = ?")
                .param(note.id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** What the service answered to a comment. */
    List<String> answers(Note note) {
        return mergeRequest.notes().stream()
                .filter(other -> other.author().equals(gitlab.bot()))
                .map(Note::body)
                .filter(body -> body.contains("kanilint:answer=" + note.id() + " "))
                .toList();
    }

    String answer(Note note) {
        assertThat(answers(note)).hasSize(1);
        return answers(note).getFirst();
    }

    List<String> emoji(Note note) {
        return gitlab.emoji(mergeRequest, note);
    }
}
