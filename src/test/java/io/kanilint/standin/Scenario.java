package io.kanilint.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small project with one open merge request, for the stand-in's own tests. */
final class Scenario implements AutoCloseable {

    static final String FILE = ".gitlab-ci.yml";
    final StandInGitLab gitlab = StandInGitLab.start();
    final Client client = new Client(gitlab);
    final Project project = gitlab.project("shop/images");
    final MergeRequest mr;
    final String path;

    /** Thirty lines; the merge request changes line 10 and adds a line after it. */
    Scenario() {
        project.commit("main", Map.of(FILE, lines(1, 30), "README.md", "# Images\n"));
        mr = project.mergeRequest("Build both images")
                .from("images")
                .changing(FILE, changed())
                .open();
        path = "/projects/" + project.id() + "/merge_requests/" + mr.iid();
    }

    static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    static String changed() {
        return lines(1, 9) + "line ten\nline ten and a half\n" + lines(11, 30);
    }

    Map<String, Object> position(Map<String, ?> more) {
        var version = mr.version();
        var form = new LinkedHashMap<String, Object>(Map.of(
                "body",
                "A word.",
                "position[position_type]",
                "text",
                "position[base_sha]",
                version.base().sha(),
                "position[start_sha]",
                version.start().sha(),
                "position[head_sha]",
                version.head().sha(),
                "position[old_path]",
                FILE,
                "position[new_path]",
                FILE));
        more.forEach((name, value) -> {
            if (value.equals("")) {
                form.remove(key(name));
            } else {
                form.put(key(name), value);
            }
        });
        return form;
    }

    private static String key(String name) {
        return name.equals("body") ? name : "position[" + name + "]";
    }

    Client.Reply discuss(Map<String, ?> more) throws Exception {
        return client.send("POST", path + "/discussions", position(more));
    }

    /** A note with a suggestion on a line of the new file; gives the note's id. */
    long suggest(int line, String body) throws Exception {
        return suggestAt(Map.of("new_line", line, "body", body));
    }

    long suggestAt(Map<String, ?> more) throws Exception {
        var reply = discuss(more);
        if (reply.status() != 201) {
            throw new AssertionError(reply.body());
        }
        return reply.json().at("/notes/0/id").asLong();
    }

    @Override
    public void close() {
        gitlab.close();
    }
}
