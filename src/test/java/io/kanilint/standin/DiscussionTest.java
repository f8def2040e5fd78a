package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscussionTest {

    private final Scenario scenario = new Scenario();
    private final Client client = scenario.client;

    @AfterEach
    void stop() {
        scenario.close();
    }

    private String open(String body) throws Exception {
        return client.send("POST", scenario.path + "/discussions", Map.of("body", body))
                .json()
                .path("id")
                .asString();
    }

    @Test
    void aBodyIsNeeded() throws Exception {
        assertThat(client.send("POST", scenario.path + "/discussions", Map.of()).error())
                .isEqualTo("body is missing");
        assertThat(client.send("POST", scenario.path + "/discussions", Map.of("body", ""))
                        .message())
                .isEqualTo("400 Bad request - Note {:note=>[\"can't be blank\"]}");
    }

    @Test
    void aBodyHasAtMostAMillionCharacters() throws Exception {
        assertThat(client.send("POST", scenario.path + "/discussions", Map.of("body", "x".repeat(1_000_000)))
                        .status())
                .isEqualTo(201);
        var refused = client.send("POST", scenario.path + "/discussions", Map.of("body", "x".repeat(1_000_001)));
        assertThat(refused.message()).contains("is too long (maximum is 1000000 characters)");
    }

    @Test
    void aThreadIsResolvedAndOpenedAgain() throws Exception {
        String id = open("Please look.");
        var resolved = client.send("PUT", scenario.path + "/discussions/" + id + "?resolved=true", Map.of());
        assertThat(resolved.json().at("/notes/0/resolved").asBoolean()).isTrue();
        assertThat(resolved.json().at("/notes/0/resolved_by/username").asString())
                .isEqualTo("kanilint-bot");
        assertThat(scenario.mr.threads().getFirst().resolved()).isTrue();
        client.send("PUT", scenario.path + "/discussions/" + id, Map.of("resolved", "false"));
        assertThat(scenario.mr.threads().getFirst().resolved()).isFalse();
        assertThat(client.send("PUT", scenario.path + "/discussions/" + id, Map.of())
                        .error())
                .isEqualTo("resolved is missing");
    }

    @Test
    void onlyDevelopersAndTheAuthorResolve() throws Exception {
        String id = open("Please look.");
        scenario.project.member(scenario.gitlab.bot(), 20);
        var reply = client.send("PUT", scenario.path + "/discussions/" + id, Map.of("resolved", "true"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.message()).isEqualTo("403 Forbidden");
    }

    @Test
    void anIndividualNoteCannotBeResolvedUntilAReplyMakesItAThread() throws Exception {
        var note = client.send("POST", scenario.path + "/notes", Map.of("body", "By the way."))
                .json();
        assertThat(note.path("resolvable").asBoolean()).isFalse();
        assertThat(note.path("type").isNull()).isTrue();
        String id = scenario.mr.discussions().getFirst().id();
        String thread = scenario.path + "/discussions/" + id;
        assertThat(client.send("PUT", thread, Map.of("resolved", "true")).status())
                .isEqualTo(403);
        assertThat(client.send("POST", thread + "/notes", Map.of("body", "Indeed."))
                        .status())
                .isEqualTo(201);
        assertThat(client.send("PUT", thread, Map.of("resolved", "true")).status())
                .isEqualTo(200);
    }

    @Test
    void aReplyTakesTypeAndPlaceFromItsThread() throws Exception {
        scenario.suggest(10, "On the line.");
        String thread = scenario.path + "/discussions/"
                + scenario.mr.threads().getFirst().id();
        var reply =
                client.send("POST", thread + "/notes", Map.of("body", "Still.")).json();
        assertThat(reply.path("type").asString()).isEqualTo("DiffNote");
        assertThat(reply.at("/position/new_line").asInt()).isEqualTo(10);
    }

    @Test
    void aNoteIsEditedByExactlyOneParameterAndByItsAuthorOnly() throws Exception {
        String id = open("First words.");
        long note = scenario.mr.notes().getFirst().id();
        String path = scenario.path + "/discussions/" + id + "/notes/" + note;
        assertThat(client.send("PUT", path, Map.of()).error()).contains("exactly one parameter must be provided");
        assertThat(client.send("PUT", path, Map.of("body", "x", "resolved", "true"))
                        .error())
                .contains("mutually exclusive");
        assertThat(client.send("PUT", path, Map.of("body", "Better words.")).status())
                .isEqualTo(200);
        assertThat(scenario.mr.notes().getFirst().body()).isEqualTo("Better words.");
        var other = scenario.mr.comment(scenario.gitlab.user("author"), "Mine.");
        assertThat(client.send("PUT", scenario.path + "/notes/" + other.id(), Map.of("body", "Yours"))
                        .status())
                .isEqualTo(403);
        assertThat(client.send("DELETE", path, Map.of()).status()).isEqualTo(204);
        assertThat(client.get(scenario.path + "/discussions/" + id).message()).isEqualTo("404 Discussion Not Found");
    }

    @Test
    void listsAreCutIntoPages() throws Exception {
        for (int i = 0; i < 5; i++) {
            open("Thread " + i);
        }
        var page = client.get(scenario.path + "/discussions?per_page=2&page=2");
        assertThat(page.json().size()).isEqualTo(2);
        assertThat(page.json().at("/0/notes/0/body").asString()).isEqualTo("Thread 2");
        assertThat(page.header("X-Total")).isEqualTo("5");
        assertThat(page.header("X-Total-Pages")).isEqualTo("3");
        assertThat(page.header("X-Next-Page")).isEqualTo("3");
        assertThat(page.header("Link")).contains("rel=\"next\"", "page=3");
        assertThat(client.get(scenario.path + "/discussions?per_page=2&page=3").header("X-Next-Page"))
                .isEmpty();
    }

    @Test
    void aPushLeavesASystemNoteAndMovesThreadsAlong() throws Exception {
        scenario.suggest(11, "Stays.");
        scenario.suggest(10, "Will be changed.");
        scenario.mr.push(Map.of(Scenario.FILE, "# top\n" + Scenario.changed().replace("line ten\n", "line 10\n")));
        var threads = scenario.mr.threads();
        assertThat(threads.getFirst().outdated()).isFalse();
        assertThat(threads.getFirst().line()).contains(12);
        assertThat(threads.get(1).outdated()).isTrue();
        assertThat(threads.get(1).notes()).last().matches(Note::system);
        assertThat(scenario.mr.discussions())
                .filteredOn(Discussion::individual)
                .singleElement()
                .matches(note -> note.first().body().startsWith("added 1 commit"));
        assertThat(scenario.mr.notes()).hasSize(2);
    }

    @Test
    void emojiAreGivenOncePerUser() throws Exception {
        var note = scenario.mr.comment(scenario.gitlab.user("author"), "Hello");
        String path = scenario.path + "/notes/" + note.id() + "/award_emoji";
        assertThat(client.send("POST", path, Map.of("name", "eyes")).status()).isEqualTo(201);
        assertThat(client.send("POST", path, Map.of("name", "eyes")).status()).isEqualTo(404);
        assertThat(client.get(path).json().at("/0/name").asString()).isEqualTo("eyes");
    }
}
