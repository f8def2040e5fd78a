package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickActionsTest {

    @Test
    void aCommandAtTheStartOfALineIsCutOutAndExecuted() {
        var actions = QuickActions.in("Hello\n/close\n/label ~broken\nworld");
        assertThat(actions.executed()).containsExactly("/close", "/label ~broken");
        assertThat(actions.text()).isEqualTo("Hello\nworld");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " /close",
                "```\n/close\n```",
                "```yaml\n/close\n```",
                "> /close",
                "see /close",
                "/kaniko/executor --context .",
                "`/close`",
                "<details>\n/close\n</details>",
                "/closed",
                "\\/close"
            })
    void protectedTextIsLeftAlone(String body) {
        assertThat(QuickActions.in(body).executed()).isEmpty();
        assertThat(QuickActions.in(body).text()).isEqualTo(body);
    }

    @Test
    void aLongerFenceProtectsNothing() {
        assertThat(QuickActions.in("````\n/close\n````").executed()).containsExactly("/close");
    }

    @Test
    void mentionsCountOutsideOfCodeOnly() {
        assertThat(Mentions.in(
                        "@author and `@code`, me@example.com, @group/sub.\n\n```\n@fence\n```\n<!-- @hidden -->"))
                .containsExactly("author", "group/sub");
    }

    @Test
    void aBackslashMakesAMentionPlainText() {
        assertThat(Mentions.in("\\@all and \\\\@author")).containsExactly("author");
    }

    @Test
    void whatANoteSetsOffIsRecorded() throws Exception {
        try (var scenario = new Scenario()) {
            var reply = scenario.discuss(Map.of("new_line", 10, "body", "Look @author\n/merge"));
            assertThat(reply.json().at("/notes/0/body").asString()).isEqualTo("Look @author");
            assertThat(scenario.mr.executedQuickActions()).containsExactly("/merge");
            assertThat(scenario.mr.mentions()).containsExactly("author");
        }
    }

    @Test
    void aBodyOfCommandsOnlyMakesNoNote() throws Exception {
        try (var scenario = new Scenario()) {
            var thread = scenario.client.send("POST", scenario.path + "/discussions", Map.of("body", "/close"));
            assertThat(thread.status()).isEqualTo(400);
            assertThat(thread.message()).contains("commands_only");
            var note = scenario.client.send("POST", scenario.path + "/notes", Map.of("body", "/close"));
            assertThat(note.status()).isEqualTo(202);
            assertThat(scenario.mr.notes()).isEmpty();
            assertThat(scenario.mr.executedQuickActions()).hasSize(2);
        }
    }
}
