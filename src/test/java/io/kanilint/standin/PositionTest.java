package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    private static final String NO_LINE =
            "400 Bad request - Note {:line_code=>[\"can't be blank\", \"must be a valid line code\"]}";
    private final Scenario scenario = new Scenario();

    @AfterEach
    void stop() {
        scenario.close();
    }

    @ParameterizedTest(name = "old {0}, new {1}: {2}")
    @CsvSource({
        "   , 10, 201, added line",
        "   , 11, 201, added line",
        "10 ,   , 201, removed line",
        "9  , 9 , 201, unchanged line in the hunk",
        "12 , 13, 201, unchanged line below the change",
        "30 , 31, 201, unchanged line outside of the hunk",
        "1  , 1 , 201, unchanged line outside of the hunk",
        "   , 9 , 400, unchanged line told by one side",
        "9  ,   , 400, unchanged line told by one side",
        "12 , 12, 400, not a true pair",
        "10 , 10, 400, a removed and an added line are two lines",
        "   , 99, 400, beyond the end",
    })
    void aLineIsNamedByItsTruePairOfNumbers(Integer oldLine, Integer newLine, int status) throws Exception {
        var reply = scenario.discuss(
                Map.of("old_line", oldLine == null ? "" : oldLine, "new_line", newLine == null ? "" : newLine));
        assertThat(reply.status()).isEqualTo(status);
        if (status == 400) {
            assertThat(reply.message()).isEqualTo(NO_LINE);
        }
    }

    @Test
    void anOldServerUnfoldsNoLines() throws Exception {
        scenario.gitlab.refuseLinesOutsideOfHunks();
        assertThat(scenario.discuss(Map.of("old_line", 30, "new_line", 31)).message())
                .isEqualTo(NO_LINE);
        assertThat(scenario.discuss(Map.of("old_line", 12, "new_line", 13)).status())
                .isEqualTo(201);
    }

    @Test
    void bothPathsAreRequired() throws Exception {
        for (String path : new String[] {"old_path", "new_path"}) {
            var reply = scenario.discuss(Map.of("new_line", 10, path, ""));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.message()).contains(":position=>[\"is incomplete\"]");
        }
    }

    @Test
    void aPositionNeedsALine() throws Exception {
        assertThat(scenario.discuss(Map.of()).message()).contains("line_code", ":position=>[\"is incomplete\"]");
    }

    @Test
    void shasAreRequiredAndMustBelongToTheMergeRequest() throws Exception {
        assertThat(scenario.discuss(Map.of("new_line", 10, "base_sha", "")).error())
                .isEqualTo("position[base_sha] is missing");
        var unknown = scenario.discuss(Map.of("new_line", 10, "head_sha", "0".repeat(40)));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.message()).isEqualTo(NO_LINE);
    }

    @Test
    void aFileOutsideOfTheDiffCarriesNoNote() throws Exception {
        var readme = Map.of("old_path", "README.md", "new_path", "README.md");
        var onLine = new HashMap<String, Object>(readme);
        onLine.putAll(Map.of("old_line", 1, "new_line", 1));
        assertThat(scenario.discuss(onLine).message()).isEqualTo(NO_LINE);
        var onFile = new HashMap<String, Object>(readme);
        onFile.put("position_type", "file");
        assertThat(scenario.discuss(onFile).status()).isEqualTo(400);
    }

    @Test
    void aFilePositionNeedsNoLine() throws Exception {
        var reply = scenario.discuss(Map.of("position_type", "file"));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().at("/notes/0/position/position_type").asString())
                .isEqualTo("file");
        assertThat(reply.json().at("/notes/0/position/new_line").isMissingNode())
                .isTrue();
    }

    @Test
    void theTypeIsOneThatGitLabKnows() throws Exception {
        assertThat(scenario.discuss(Map.of("new_line", 10, "position_type", "line"))
                        .error())
                .isEqualTo("position[position_type] does not have a valid value");
    }

    @Test
    void aStalePositionFollowsToTheNewVersionWhileItsLineIsTheSame() throws Exception {
        var onTen = scenario.position(Map.of("new_line", 10));
        scenario.mr.push(Map.of(Scenario.FILE, "# new first line\n" + Scenario.changed()));
        var reply = scenario.client.send("POST", scenario.path + "/discussions", onTen);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().at("/notes/0/position/new_line").asInt()).isEqualTo(11);
        assertThat(reply.json().at("/notes/0/position/head_sha").asString()).isEqualTo(scenario.mr.headSha());
        assertThat(scenario.mr.threads().getFirst().outdated()).isFalse();
    }

    @Test
    void aStalePositionOnAChangedLineIsTakenButOutdated() throws Exception {
        var onTen = scenario.position(Map.of("new_line", 10));
        scenario.mr.push(Map.of(Scenario.FILE, Scenario.changed().replace("line ten\n", "line 10!\n")));
        assertThat(scenario.client
                        .send("POST", scenario.path + "/discussions", onTen)
                        .status())
                .isEqualTo(201);
        assertThat(scenario.mr.threads().getFirst().outdated()).isTrue();
    }

    @Test
    void beforeTheDiffIsPreparedNothingCanBePlaced() throws Exception {
        scenario.mr.unpreparedReads = 1;
        assertThat(scenario.discuss(Map.of("new_line", 10)).message())
                .contains(":noteable=>[\"doesn't support new-style diff notes\"]");
    }

    @Test
    void jsonAndQueryParametersAreReadLikeForms() throws Exception {
        var version = scenario.mr.version();
        var json = Json.write(Json.object(
                "body",
                "A word.",
                "position",
                Json.object(
                        "position_type",
                        "text",
                        "base_sha",
                        version.base().sha(),
                        "start_sha",
                        version.start().sha(),
                        "head_sha",
                        version.head().sha(),
                        "old_path",
                        Scenario.FILE,
                        "new_path",
                        Scenario.FILE,
                        "new_line",
                        10,
                        "line_range",
                        Json.object("end", Json.object("type", "new", "new_line", 10)))));
        var reply = scenario.client.sendJson("POST", scenario.path + "/discussions", json);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().at("/notes/0/position/line_range/end/new_line").asInt())
                .isEqualTo(10);
        var inQuery = scenario.client.send("POST", scenario.path + "/discussions?body=Hello%20there", Map.of());
        assertThat(inQuery.json().at("/notes/0/body").asString()).isEqualTo("Hello there");
    }

    @Test
    void aRangeEndsOnThePositionsOwnLine() throws Exception {
        assertThat(scenario.discuss(Map.of("new_line", 10, "line_range][end][new_line", 11))
                        .status())
                .isEqualTo(400);
    }
}
