package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Emoji;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Note;
import io.kanilint.standin.StandInGitLab;
import io.kanilint.standin.User;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thumbs that people turn down under our comments. */
class FeedbackTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
    private final User reader = gitlab.user("reader");

    @ParameterizedTest
    @EnumSource
    void aThumbDownCountsAsLongAsItIsThere(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        Note comment = mergeRequest.threads().getFirst().first();
        send(service, comment, new Emoji(reader, "thumbsup", true));
        assertThat(kept(service)).isEmpty();
        send(service, comment, new Emoji(reader, "thumbsdown", true));
        send(service, comment, new Emoji(reader, "thumbsdown", true));
        assertThat(kept(service)).containsExactly("multi-build-job");
        send(service, comment, new Emoji(gitlab.user("other"), "thumbsdown", false));
        assertThat(kept(service)).hasSize(1);
        send(service, comment, new Emoji(reader, "thumbsdown", false));
        assertThat(kept(service)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCopyOfACommentIsNotOurs(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        String text = mergeRequest.threads().getFirst().first().body();
        send(service, mergeRequest.comment(reader, text), new Emoji(reader, "thumbsdown", true));
        send(service, mergeRequest.comment(reader, "A word."), new Emoji(reader, "thumbsdown", true));
        assertThat(kept(service)).isEmpty();
    }

    private void send(RunningService service, Note note, Emoji emoji) {
        assertThat(gitlab.sendEmojiHook(service.hookUri(), RunningService.WEBHOOK_TOKEN, mergeRequest, note, emoji))
                .isEqualTo(202);
    }

    private List<String> kept(RunningService service) {
        return service.database()
                .sql("SELECT rule FROM feedback WHERE project_id = ? AND kind = 'thumbsdown' AND fingerprint <> ''")
                .param(mergeRequest.project().id())
                .query(String.class)
                .list();
    }
}
