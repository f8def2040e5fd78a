package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.standin.Note;
import io.kanilint.standin.StandInGitLab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments as large as GitLab keeps them, in a heap of the size that the Helm chart names. */
class LargeCommentsIT {
    private static final int MANY = 45;
    private static final int SIZE = 1_000_000;

    @Test
    void manyOfThemDoNotEndTheServiceAndACommandBesideThemIsAnswered(@TempDir Path folder) throws Exception {
        try (var gitlab = StandInGitLab.start();
                var service = PackedService.start(folder, "128m", PackedService.reviewing(gitlab))) {
            var project = gitlab.project("shop/images");
            project.commit("main", Map.of("README.md", "# Shop\n"));
            var mergeRequest = project.mergeRequest("Say much")
                    .changing("README.md", "# Images\n")
                    .open();
            var stranger = gitlab.user("stranger");
            for (int i = 0; i < MANY; i++) {
                mergeRequest.comment(stranger, "x".repeat(SIZE));
            }
            Note command = mergeRequest.comment(stranger, "@kanilint-bot help");
            assertThat(gitlab.sendNoteHook(service.hookUri(), RunningService.WEBHOOK_TOKEN, mergeRequest, command))
                    .isEqualTo(202);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> mergeRequest.notes().stream()
                                    .anyMatch(note -> note.author().equals(gitlab.bot()))
                            || service.output().contains("OutOfMemoryError"));
            assertThat(service.output()).doesNotContain("OutOfMemoryError");
        }
    }
}
