package io.kanilint.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** CI lint of a commit: follows local includes; what it calls merged is the files one after the other. */
record LintEndpoints(Lookup find) {

    void addTo(Route.Table routes) {
        routes.add("GET", "/projects/:id/ci/lint", this::lint);
    }

    private Answer lint(ApiRequest request) {
        var project = find.project(request);
        String ref = request.text("content_ref").orElse(project.defaultBranch());
        var commit = project.repository.find(ref).orElseThrow(() -> Refusal.notFound("Commit"));
        String setting = project.ciConfigPath();
        String main = setting == null || setting.isEmpty() ? ".gitlab-ci.yml" : setting;
        if (!commit.files().containsKey(main)) {
            return answer("Please provide content of .gitlab-ci.yml", Map.of());
        }
        var included = new LinkedHashMap<String, String>();
        try {
            follow(commit.files().get(main), commit, included);
        } catch (YAMLException | IllegalArgumentException broken) {
            return answer(String.valueOf(broken.getMessage()), Map.of());
        }
        var all = new LinkedHashMap<>(included);
        all.put(main, commit.files().get(main));
        return Answer.ok(result(List.of(), String.join("\n", all.values()), included));
    }

    private static Answer answer(String error, Map<String, String> included) {
        return Answer.ok(result(List.of(error), "", included));
    }

    private static Map<String, @Nullable Object> result(
            List<String> errors, String merged, Map<String, String> included) {
        return Json.object(
                "valid",
                errors.isEmpty(),
                "errors",
                errors,
                "warnings",
                List.of(),
                "merged_yaml",
                merged,
                "includes",
                included.keySet().stream()
                        .map(path -> Json.object("type", "local", "location", path, "extra", Map.of()))
                        .toList());
    }

    private static void follow(String text, Commit commit, Map<String, String> included) {
        if (!(new Yaml().load(text) instanceof Map<?, ?> content) || content.get("include") == null) {
            return;
        }
        var include = content.get("include");
        for (Object entry : include instanceof List<?> list ? list : List.of(include)) {
            Object path = entry instanceof Map<?, ?> map ? map.get("local") : entry;
            if (path == null) {
                continue;
            }
            var paths = matching(path.toString().replaceFirst("^/", ""), commit);
            if (paths.isEmpty()) {
                throw new IllegalArgumentException("Local file `" + path + "` does not exist!");
            }
            for (String one : paths) {
                if (included.putIfAbsent(one, commit.files().get(one)) == null) {
                    follow(commit.files().get(one), commit, included);
                }
            }
        }
    }

    private static List<String> matching(String path, Commit commit) {
        var pattern =
                Pattern.compile(Pattern.quote(path).replace("**", "\\E.*\\Q").replace("*", "\\E[^/]*\\Q"));
        return commit.files().keySet().stream()
                .filter(file -> pattern.matcher(file).matches())
                .collect(Collectors.toList());
    }
}
