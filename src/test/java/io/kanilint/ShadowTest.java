package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.standin.Calls;
import io.kanilint.standin.StandInGitLab;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In shadow mode everything is looked at and recorded, and nothing written to GitLab. */
class ShadowTest {

    @ParameterizedTest
    @EnumSource
    void nothingIsWritten(Database database) {
        try (var gitlab = StandInGitLab.start()) {
            var settings = new java.util.HashMap<>(database.settings());
            settings.putAll(Map.of("kanilint.review.mode", "shadow", "logging.level.io.kanilint", "error"));
            try (var service = RunningService.start(gitlab, settings)) {
                var project = gitlab.project("shop/shadow");
                project.commit("main", Map.of("README.md", "#\n"));
                var mergeRequest = project.mergeRequest("Build")
                        .from("build")
                        .changing(".gitlab-ci.yml", CiFiles.TWO_FINDINGS)
                        .open();
                service.review(mergeRequest, "open");
                mergeRequest.push(Map.of(".gitlab-ci.yml", CiFiles.ONE_BUILD));
                service.review(mergeRequest, "update");
                var talk = new Talk(gitlab, service, mergeRequest);
                var note = talk.comment(talk.developer(), "@kanilint-bot ignore multi-build-job Tiny.");
                assertThat(talk.state(note)).isEqualTo("recorded");
                assertThat(talk.state(talk.comment(talk.developer(), "@kanilint-bot fix")))
                        .isEqualTo("recorded");
                assertThat(gitlab.calls(Calls.writes())).isEmpty();
                assertThat(gitlab.unknownCalls()).isEmpty();
                assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed", "reviewed");
                assertThat(service.database()
                                .sql("SELECT state FROM finding")
                                .query(String.class)
                                .list())
                        .containsExactly("fixed", "fixed");
            }
        }
    }
}
