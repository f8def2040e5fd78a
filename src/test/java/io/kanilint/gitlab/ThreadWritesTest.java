package io.kanilint.gitlab;

import static io.kanilint.gitlab.Asked.answer;
import static io.kanilint.gitlab.Asked.form;
import static io.kanilint.gitlab.Asked.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThreadWritesTest {
    private static final String BODY = "Builds twice: ä €\n```suggestion:-0+1\r\n  - a && b=c +\n```\n🚀";
    private static final DiffRefs REFS = new DiffRefs("b", "s", "h");
    private static final String THREADS = "/api/v4/projects/3/merge_requests/7/discussions";

    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    private GitLab gitlab;

    @BeforeEach
    void connect() {
        gitlab = Asked.gitlab(stub.baseUrl());
        answer(stub, """
                {"id": "t1", "notes": [{"id": 5, "body": "x", "resolvable": true, "resolved": false,
                                        "author": {"id": 42}}]}""");
    }

    @Test
    void onAnAddedLine() {
        var thread = gitlab.openThread(3, 7, BODY, new Place.OnLine(REFS, "old name.yml", "ä+b.yml", null, 12));
        assertThat(thread.id()).isEqualTo("t1");
        assertThat(thread.notes()).containsExactly(new Note(5, 42, "x", false, null));
        assertThat(only(stub).getUrl()).isEqualTo(THREADS);
        assertThat(form(only(stub)))
                .containsOnly(
                        Map.entry("body", BODY),
                        Map.entry("position[position_type]", "text"),
                        Map.entry("position[base_sha]", "b"),
                        Map.entry("position[start_sha]", "s"),
                        Map.entry("position[head_sha]", "h"),
                        Map.entry("position[old_path]", "old name.yml"),
                        Map.entry("position[new_path]", "ä+b.yml"),
                        Map.entry("position[new_line]", "12"));
    }

    @Test
    void onAnUnchangedLine() {
        var file = new ChangedFile("a.yml", "a.yml", false, false, false, "@@ -1 +1,2 @@\n+x\n y\n", false);
        gitlab.openThread(3, 7, BODY, Place.onLine(REFS, file, DiffLines.of(file.diff()), 2));
        assertThat(form(only(stub))).containsEntry("position[old_line]", "1").containsEntry("position[new_line]", "2");
    }

    /** GitLab's name of an added line bears the number of the old line that follows, and 0 in a new file. */
    @Test
    void onSeveralLines() {
        var file = new ChangedFile("a.yml", "a.yml", false, false, false, "@@ -3,2 +3,3 @@\n x\n+y\n z\n", false);
        Place place = Place.onLines(REFS, file, DiffLines.of(file.diff()), 4, 5);
        gitlab.openThread(3, 7, BODY, place);
        String code = form(only(stub)).get("position[line_range][start][line_code]");
        assertThat(code).endsWith("_4_4").hasSize(44);
        assertThat(form(only(stub)))
                .containsEntry("position[new_line]", "5")
                .containsEntry("position[old_line]", "4")
                .containsEntry("position[line_range][start][type]", "new")
                .containsEntry("position[line_range][start][new_line]", "4")
                .containsEntry("position[line_range][end][line_code]", code.replace("_4_4", "_4_5"))
                .containsEntry("position[line_range][end][type]", "old")
                .doesNotContainKey("position[line_range][start][old_line]");
        var added = DiffLines.of("@@ -0,0 +1,2 @@\n+x\n+y\n");
        assertThat(LineCode.of("a.yml", added, 2).code()).endsWith("_0_2");
    }

    @Test
    void aDraftNamesItsLinesWithoutNumbers() {
        var file = new ChangedFile("a.yml", "a.yml", false, false, false, "@@ -3,2 +3,3 @@\n x\n+y\n z\n", false);
        gitlab.drafts(3, 7).add(BODY, Place.onLines(REFS, file, DiffLines.of(file.diff()), 4, 5));
        assertThat(only(stub).getUrl()).isEqualTo("/api/v4/projects/3/merge_requests/7/draft_notes");
        assertThat(form(only(stub)))
                .containsEntry("note", BODY)
                .containsKeys("position[line_range][start][line_code]", "position[line_range][end][type]")
                .doesNotContainKeys("position[line_range][start][new_line]", "position[line_range][end][old_line]");
    }

    @Test
    void onAFile() {
        gitlab.openThread(3, 7, BODY, new Place.OnFile(REFS, "a.yml", "a.yml"));
        assertThat(form(only(stub)))
                .containsEntry("position[position_type]", "file")
                .containsEntry("position[head_sha]", "h")
                .containsEntry("position[old_path]", "a.yml")
                .doesNotContainKeys("position[new_line]", "position[old_line]");
    }

    @Test
    void onTheMergeRequest() {
        gitlab.openThread(3, 7, BODY, new Place.OnMergeRequest());
        assertThat(form(only(stub))).containsOnly(Map.entry("body", BODY));
    }

    @Test
    void resolvesAndOpensAgain() {
        gitlab.resolve(3, 7, "t1", true);
        assertThat(only(stub).getMethod().getName()).isEqualTo("PUT");
        assertThat(only(stub).getUrl()).isEqualTo(THREADS + "/t1");
        assertThat(form(only(stub))).containsOnly(Map.entry("resolved", "true"));
        stub.resetRequests();
        gitlab.resolve(3, 7, "t1", false);
        assertThat(form(only(stub))).containsOnly(Map.entry("resolved", "false"));
    }

    @Test
    void replies() {
        answer(stub, "{\"id\": 6, \"body\": \"x\"}");
        gitlab.reply(3, 7, "t1", BODY);
        assertThat(only(stub).getMethod().getName()).isEqualTo("POST");
        assertThat(only(stub).getUrl()).isEqualTo(THREADS + "/t1/notes");
        assertThat(form(only(stub))).containsOnly(Map.entry("body", BODY));
    }

    @Test
    void rewritesWithoutTouchingTheState() {
        answer(stub, "{\"id\": 5, \"body\": \"x\"}");
        gitlab.rewrite(3, 7, "t1", 5, BODY);
        assertThat(only(stub).getMethod().getName()).isEqualTo("PUT");
        assertThat(only(stub).getUrl()).isEqualTo(THREADS + "/t1/notes/5");
        assertThat(form(only(stub))).containsOnly(Map.entry("body", BODY));
    }
}
