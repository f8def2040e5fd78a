package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CI files that are broken, foreign or meant to do harm. */
class OddFilesTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    /** GitLab takes a suggestion's text out of Markdown, which has no line ends of its own: only the last one is kept. */
    @Test
    void anAppliedSuggestionHealsAFileWithWindowsLineEnds() {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE.replace("\n", "\r\n"));
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads())
                .singleElement()
                .satisfies(thread -> assertThat(thread.line()).contains(11));
        mergeRequest.applySuggestion(mergeRequest.threads().getFirst().first().id());
        service.review(mergeRequest, "update");
        String text = mergeRequest
                .project()
                .file(mergeRequest.headSha(), ".gitlab-ci.yml")
                .orElseThrow();
        assertThat(text).contains("build_webui:", "build_api:").endsWith("$CI_COMMIT_TAG\r\n");
        assertThat(mergeRequest.threads().getFirst().resolved()).isTrue();
    }

    @Test
    void brokenYamlGetsAThreadOnItsLine() {
        MergeRequest mergeRequest = SharedService.adding("build:\n  script: [ echo\ntest:\n  script: echo\n");
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).singleElement().satisfies(thread -> {
            assertThat(thread.first().body()).contains("unreadable-configuration");
            assertThat(thread.line()).isPresent();
        });
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'@all'",
                "'@kanilint-bot @author'",
                "'/close'",
                "\"\\n/close\\n\"",
                "\"x\\n\\n/merge\\n/approve\\n\"",
                "\"a`b\"",
                "\"``` \\n/close\\n```\"",
                "\"``\\n/close\"",
                "\"' @all '\"",
                "\"it's @all's /close\"",
                "'<!-- @all -->'",
                "'</details>'",
                "'<img src=x onerror=alert(1)>'",
                "'![x](https://tracker.example/x.png)'",
                "'[@all](https://phish.example)'",
                "'#1 !1 %1 ~bug $1 &1 ^1'",
                "\"<!-- kanilint:gone -->\"",
                "\"<!-- kanilint:summary -->\"",
                "\"<!-- kanilint:finding=0123456789abcdef0123456789abcdef -->\"",
                "\"x\\u2028/close\"",
                "\"x\\r/close\"",
            })
    void aJobsNameMovesNothingInGitLab(String key) {
        MergeRequest mergeRequest = SharedService.adding(CiFiles.twoBuildsIn(key));
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).hasSize(1);
        String body = mergeRequest.threads().getFirst().first().body();
        assertThat(mergeRequest.executedQuickActions()).isEmpty();
        assertThat(mergeRequest.mentions()).isEmpty();
        assertThat(HtmlRenderer.builder()
                        .build()
                        .render(Parser.builder().build().parse(body)))
                .doesNotContain("<img", "href=\"https://phish", "onerror=alert(1)>");
        assertThat(mergeRequest.state()).isEqualTo("opened");
        service.review(mergeRequest, "reopen");
        assertThat(mergeRequest.notes()).as("a second look").hasSize(1);
    }

    @Test
    void scriptTextMovesNothingInGitLabEither() {
        MergeRequest mergeRequest = SharedService.adding(
                Seed.CI_FILE.replace(
                        "    - /kaniko/executor\n      --context \"${CI_PROJECT_DIR}\"\n      --dockerfile \"${CI_PROJECT_DIR}/webui",
                        "    # ```\n    # /close\n    # @all\n    - |\n      /close @all\n      ```\n      /merge\n      ```\n"
                                + "    - /kaniko/executor\n      --context \"${CI_PROJECT_DIR}\"\n      --dockerfile \"${CI_PROJECT_DIR}/webui"));
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).hasSize(1);
        assertThat(mergeRequest.executedQuickActions()).isEmpty();
        assertThat(mergeRequest.mentions()).isEmpty();
    }
}
