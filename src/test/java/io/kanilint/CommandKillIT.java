package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Calls;
import io.kanilint.standin.Discussion;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Note;
import io.kanilint.standin.StandInGitLab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that is killed while it carries out a command does it after its next start, once, and answers once. */
class CommandKillIT {
    @TempDir
    private Path folder;

    private StandInGitLab gitlab;
    private MergeRequest mergeRequest;
    private Note note;

    @BeforeEach
    void open() {
        gitlab = StandInGitLab.start();
        var project = gitlab.project("shop/images");
        project.commit("main", Map.of("README.md", "# Shop\n"));
        project.member(gitlab.user("developer"), 30);
        mergeRequest = project.mergeRequest("Build both images")
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .open();
        note = mergeRequest.comment(gitlab.user("developer"), "@kanilint-bot fix");
    }

    @AfterEach
    void close() {
        assertThat(gitlab.unknownCalls()).isEmpty();
        gitlab.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/award_emoji", "/repository/commits", "/discussions/"})
    void killedBetweenADeedAndItsReply(String call) throws Exception {
        var gate = gitlab.pauseAfter("POST", call);
        try (var service = start()) {
            assertThat(gitlab.sendNoteHook(service.hookUri(), RunningService.WEBHOOK_TOKEN, mergeRequest, note))
                    .isEqualTo(202);
            gate.awaitCall(Duration.ofSeconds(20));
            service.kill();
        }
        gitlab.resume();
        int before = gitlab.calls().size();
        try (var service = start()) {
            service.hookUri();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> gitlab.calls().size() > before
                            && !answers().isEmpty()
                            && mergeRequest.threads().stream().allMatch(Discussion::resolved));
            // Long enough for a second answer.
            await().during(Duration.ofSeconds(2)).until(() -> answers().size() == 1);
            assertThat(answers())
                    .as(service.output())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("Committed as " + mergeRequest.headSha());
        }
        assertThat(mergeRequest.threads())
                .as("an open thread can keep it from being merged")
                .singleElement()
                .matches(Discussion::resolved);
        assertThat(gitlab.calls(Calls.calls("POST", "/repository/commits"))).hasSize(1);
        assertThat(gitlab.calls(Calls.calls("POST", "/discussions/"))).hasSize(1);
    }

    private List<String> answers() {
        return mergeRequest.notes().stream()
                .filter(other -> other.author().equals(gitlab.bot()))
                .map(Note::body)
                .toList();
    }

    private PackedService start() {
        // Its work is taken over after ten heartbeats were missed.
        return PackedService.start(
                folder, PackedService.reviewing(gitlab), "serve", "--db-scheduler.heartbeat-interval=500ms");
    }
}
