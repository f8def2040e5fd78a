package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DraftTest {
    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void theyArePublishedTogetherAndThoseThatFitNowhereAreLost() throws Exception {
        assertThat(draft(Map.of("new_line", 10)).status()).isEqualTo(201);
        assertThat(draft(Map.of("new_line", 400)).status())
                .as("nobody looks at the place yet")
                .isEqualTo(201);
        assertThat(scenario.client.get(scenario.path + "/draft_notes").json().size())
                .isEqualTo(2);
        assertThat(scenario.mr.notes()).isEmpty();
        assertThat(scenario.client
                        .send("POST", scenario.path + "/draft_notes/bulk_publish", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(scenario.mr.threads())
                .singleElement()
                .satisfies(thread -> assertThat(thread.line()).contains(10));
        assertThat(scenario.mr.drafts().left()).isZero();
        assertThat(scenario.mr.drafts().publications()).isOne();
    }

    @Test
    void aRangeWithNumbersInItIsRefused() throws Exception {
        assertThat(draft(Map.of("new_line", 10, "line_range][end][new_line", 10))
                        .message())
                .contains("must be a valid json schema");
    }

    @Test
    void lintListsTheLocalFilesOfACommit() throws Exception {
        scenario.project.commit("ci", Map.of(Scenario.FILE, "include: /ci/*.yml\n", "ci/a.yml", "a: {script: b}\n"));
        var lint = scenario.client
                .get("/projects/" + scenario.project.id() + "/ci/lint?content_ref=" + scenario.project.head("ci"))
                .json();
        assertThat(lint.path("valid").asBoolean()).isTrue();
        assertThat(lint.at("/includes/0/location").asString()).isEqualTo("ci/a.yml");
        assertThat(scenario.client
                        .get("/projects/" + scenario.project.id() + "/ci/lint?content_ref=nothing")
                        .status())
                .isEqualTo(404);
    }

    private Client.Reply draft(Map<String, ?> more) throws Exception {
        var form = new LinkedHashMap<>(scenario.position(more));
        form.put("note", "A word.");
        return scenario.client.send("POST", scenario.path + "/draft_notes", form);
    }
}
