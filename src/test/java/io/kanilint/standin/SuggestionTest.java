package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SuggestionTest {

    private final Scenario scenario = new Scenario();
    private final MergeRequest mr = scenario.mr;

    @AfterEach
    void stop() {
        scenario.close();
    }

    private static String suggestion(String range, String text) {
        return "Try this.\n\n```suggestion:" + range + "\n" + text + "```\n";
    }

    private String file() {
        return scenario.project.file("images", Scenario.FILE).orElseThrow();
    }

    private String reason(long note) {
        try {
            mr.applySuggestion(note);
            return "";
        } catch (Refusal refusal) {
            return JsonMapper.shared()
                    .readTree(refusal.answer().body())
                    .path("message")
                    .asString();
        }
    }

    @Test
    void exactlyTheLinesAreReplacedInACommitOfTheBot() throws Exception {
        String before = mr.headSha();
        long note = scenario.suggest(10, suggestion("-1+1", "nine\nten\n"));
        var hook = JsonMapper.shared().readTree(mr.applySuggestion(note));
        assertThat(file()).isEqualTo(Scenario.lines(1, 8) + "nine\nten\n" + Scenario.lines(11, 30));
        assertThat(hook.at("/object_attributes/action").asString()).isEqualTo("update");
        assertThat(hook.at("/object_attributes/oldrev").asString()).isEqualTo(before);
        assertThat(hook.at("/object_attributes/last_commit/id").asString())
                .isEqualTo(mr.headSha())
                .isNotEqualTo(before);
        assertThat(hook.at("/object_attributes/last_commit/author/name").asString())
                .isEqualTo("Kanilint");
        assertThat(mr.threads().getFirst().resolved()).isTrue();
    }

    @Test
    void aBlankSuggestionDeletes() throws Exception {
        mr.applySuggestion(scenario.suggest(10, suggestion("-0+1", "")));
        assertThat(file()).isEqualTo(Scenario.lines(1, 9) + Scenario.lines(11, 30));
    }

    @Test
    void aLongerFenceMayHoldFences() throws Exception {
        mr.applySuggestion(scenario.suggest(10, "````suggestion\n```\ncode\n```\n````"));
        assertThat(file()).contains("line 9\n```\ncode\n```\nline ten and a half\n");
    }

    @Test
    void theLineEndingOfTheLastReplacedLineIsKept() throws Exception {
        mr.push(Map.of(Scenario.FILE, "one\r\ntwo\r\nthree"));
        mr.applySuggestion(scenario.suggest(2, suggestion("-0+0", "zwei\n")));
        assertThat(file()).isEqualTo("one\r\nzwei\r\nthree");
        mr.applySuggestion(scenario.suggest(3, suggestion("-0+0", "drei\n")));
        assertThat(file()).isEqualTo("one\r\nzwei\r\ndrei");
    }

    @Test
    void aSuggestionNeedsALineOfTheNewFile() throws Exception {
        scenario.suggestAt(Map.of("old_line", 10, "body", suggestion("-0+0", "x\n")));
        scenario.suggestAt(Map.of("position_type", "file", "body", suggestion("-0+0", "x\n")));
        scenario.client.send("POST", scenario.path + "/notes", Map.of("body", suggestion("-0+0", "x\n")));
        assertThat(mr.notes()).hasSize(3).allMatch(note -> note.suggestions().isEmpty());
        scenario.suggestAt(Map.of("old_line", 9, "new_line", 9, "body", suggestion("-0+0", "x\n")));
        assertThat(mr.notes().getLast().suggestions()).hasSize(1);
    }

    @Test
    void itIsAppliedOnce() throws Exception {
        long note = scenario.suggest(10, suggestion("-0+0", "x\n"));
        mr.applySuggestion(note);
        assertThat(reason(note)).isEqualTo("Can't apply this suggestion.");
    }

    @Test
    void itIsRefusedWhenTheLinesWereChangedSince() throws Exception {
        long one = scenario.suggest(11, suggestion("-0+0", "x\n"));
        long several = scenario.suggest(11, suggestion("-1+0", "x\n"));
        mr.push(Map.of(Scenario.FILE, Scenario.changed().replace("line ten\n", "line 10\n")));
        assertThat(reason(several)).isEqualTo("Can't apply as these lines were changed in a more recent version.");
        mr.push(Map.of(Scenario.FILE, Scenario.changed().replace("line ten and a half\n", "")));
        assertThat(reason(one)).isEqualTo("Can't apply as this line was changed in a more recent version.");
    }

    @Test
    void itFollowsItsLineAfterAPushElsewhere() throws Exception {
        long note = scenario.suggest(10, suggestion("-0+0", "x\n"));
        mr.push(Map.of(Scenario.FILE, "# top\n" + Scenario.changed()));
        mr.applySuggestion(note);
        assertThat(file()).isEqualTo("# top\n" + Scenario.changed().replace("line ten\n", "x\n"));
    }

    @Test
    void itIsRefusedForTheSameContentAndForFinishedMergeRequests() throws Exception {
        assertThat(reason(scenario.suggest(10, suggestion("-0+0", "line ten\n"))))
                .isEqualTo("This suggestion already matches its content.");
        long note = scenario.suggest(10, suggestion("-0+0", "x\n"));
        mr.close();
        assertThat(reason(note))
                .isEqualTo("This merge request is closed. To apply this suggestion, edit this file directly.");
        mr.reopen();
        mr.merge();
        assertThat(reason(note)).startsWith("This merge request was merged.");
    }

    @Test
    void moreThanAHundredLinesEachWayAreTooMany() throws Exception {
        assertThat(reason(scenario.suggest(10, suggestion("-101+0", "x\n"))))
                .isEqualTo("Cannot apply as this suggestion spans more than 100 lines.");
    }

    @Test
    void theApiAppliesAndShowsSuggestions() throws Exception {
        scenario.suggest(10, suggestion("-0+1", "x\n"));
        var shown = scenario.client.get(scenario.path + "/discussions").json().at("/0/notes/0/suggestions/0");
        assertThat(shown.path("from_line").asInt()).isEqualTo(10);
        assertThat(shown.path("to_line").asInt()).isEqualTo(11);
        assertThat(shown.path("appliable").asBoolean()).isTrue();
        assertThat(shown.path("from_content").asString()).isEqualTo("line ten\nline ten and a half\n");
        String apply = "/suggestions/" + shown.path("id").asString() + "/apply";
        assertThat(scenario.client
                        .send("PUT", apply, Map.of())
                        .json()
                        .path("applied")
                        .asBoolean())
                .isTrue();
        assertThat(scenario.client.send("PUT", apply, Map.of()).status()).isEqualTo(400);
        assertThat(scenario.client.send("PUT", "/suggestions/1/apply", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void aNoteWithoutSuggestionIsAMistakeOfTheTest() throws Exception {
        long note = scenario.suggest(10, "No suggestion.");
        assertThatThrownBy(() -> mr.applySuggestion(note)).isInstanceOf(IllegalArgumentException.class);
    }
}
