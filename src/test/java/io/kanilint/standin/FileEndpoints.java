package io.kanilint.standin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reading files and folders at a branch, a commit or {@code refs/merge-requests/:iid/head}. */
record FileEndpoints(Lookup find) {

    private static final String FILE = "/projects/:id/repository/files/:file";

    private record Blob(Project project, String ref, Commit commit, String path, String text) {

        int size() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        String blobId() {
            return Commit.sha1("blob " + size() + "\0" + text);
        }

        String lastCommit() {
            return project.repository.lastCommit(commit.sha(), path);
        }
    }

    void addTo(Route.Table routes) {
        routes.add("GET", FILE, request -> Answer.ok(json(blob(request))));
        routes.add("HEAD", FILE, request -> headers(blob(request)));
        routes.add("GET", FILE + "/raw", request -> {
            var blob = blob(request);
            return Answer.of(200, "text/plain", blob.text())
                    .with("X-Gitlab-Blob-Id", blob.blobId())
                    .with("X-Gitlab-Last-Commit-Id", blob.lastCommit());
        });
        routes.add("HEAD", FILE + "/raw", request -> headers(blob(request)));
        routes.add("GET", "/projects/:id/repository/tree", this::tree);
    }

    private Blob blob(ApiRequest request) {
        var project = find.project(request);
        String ref = ref(request, project);
        var commit = commit(project, ref);
        String path = request.variable("file");
        String text = commit.files().get(path);
        if (text == null) {
            throw Refusal.notFound("File");
        }
        return new Blob(project, ref, commit, path, text);
    }

    private static String ref(ApiRequest request, Project project) {
        String ref = request.text("ref").orElse("HEAD");
        return ref.equals("HEAD") ? project.defaultBranch() : ref;
    }

    private static Commit commit(Project project, String ref) {
        return project.repository.find(ref).orElseThrow(() -> Refusal.notFound("Commit"));
    }

    private static Map<String, @Nullable Object> json(Blob blob) {
        return Json.object(
                "file_name",
                blob.path().substring(blob.path().lastIndexOf('/') + 1),
                "file_path",
                blob.path(),
                "size",
                blob.size(),
                "encoding",
                "base64",
                "content_sha256",
                Commit.hex("SHA-256", blob.text()),
                "ref",
                blob.ref(),
                "blob_id",
                blob.blobId(),
                "commit_id",
                blob.commit().sha(),
                "last_commit_id",
                blob.lastCommit(),
                "execute_filemode",
                false,
                "content",
                Base64.getEncoder().encodeToString(blob.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static Answer headers(Blob blob) {
        return new Answer(200, Map.of("Content-Type", "text/plain"), new byte[0])
                .with("X-Gitlab-Blob-Id", blob.blobId())
                .with("X-Gitlab-Commit-Id", blob.commit().sha())
                .with("X-Gitlab-Content-Sha256", Commit.hex("SHA-256", blob.text()))
                .with("X-Gitlab-Encoding", "base64")
                .with("X-Gitlab-Execute-Filemode", "false")
                .with("X-Gitlab-File-Name", blob.path().substring(blob.path().lastIndexOf('/') + 1))
                .with("X-Gitlab-File-Path", blob.path())
                .with("X-Gitlab-Last-Commit-Id", blob.lastCommit())
                .with("X-Gitlab-Ref", blob.ref())
                .with("X-Gitlab-Size", blob.size());
    }

    private Answer tree(ApiRequest request) {
        var project = find.project(request);
        var files = project.repository
                .find(ref(request, project))
                .orElseThrow(() -> Refusal.notFound("Tree"))
                .files();
        String folder = request.text("path")
                .map(path -> path.replaceAll("^/+|/+$", ""))
                .filter(path -> !path.isEmpty())
                .map(path -> path + "/")
                .orElse("");
        boolean recursive = request.flag("recursive").orElse(false);
        var entries = new TreeMap<String, String>();
        for (String path : files.keySet()) {
            if (path.startsWith(folder)) {
                collect(path, folder.length(), recursive, entries);
            }
        }
        if (entries.isEmpty() && !folder.isEmpty()) {
            throw Refusal.message(404, "404 invalid revision or path Not Found");
        }
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (String type : List.of("tree", "blob")) {
            entries.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(type))
                    .forEach(entry -> rows.add(Json.object(
                            "id",
                            Commit.sha1(type + entry.getKey()),
                            "name",
                            entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1),
                            "type",
                            type,
                            "path",
                            entry.getKey(),
                            "mode",
                            type.equals("tree") ? "040000" : "100644")));
        }
        return Answer.page(request, rows);
    }

    private static void collect(String path, int from, boolean recursive, Map<String, String> entries) {
        int slash = path.indexOf('/', from);
        while (slash >= 0) {
            entries.put(path.substring(0, slash), "tree");
            if (!recursive) {
                return;
            }
            slash = path.indexOf('/', slash + 1);
        }
        entries.put(path, "blob");
    }
}
