package io.kanilint.pipeline;

import io.kanilint.text.Source;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The texts of included files, each asked for once. */
final class IncludedSources {
    private static final Pattern YAML = Pattern.compile("(?is).+\\.ya?ml");

    private final ProjectFiles files;
    private final Remarks remarks;
    private final Map<Include, Optional<Source>> known = new LinkedHashMap<>();

    IncludedSources(ProjectFiles files, Remarks remarks) {
        this.files = files;
        this.remarks = remarks;
    }

    void put(Include include, Source source) {
        known.put(include, Optional.of(source));
    }

    /** All files that were opened, each once. */
    List<Source> all() {
        return known.values().stream().flatMap(Optional::stream).distinct().toList();
    }

    /** Those that lie in the project. */
    List<Source> own() {
        return known.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof Include.Local)
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .toList();
    }

    /** The text of a file; if there is none, it is said why. */
    Optional<Source> read(IncludeEntry entry) {
        Include include = entry.include();
        return switch (include) {
            case Include.Local(String path) -> isYaml(entry, path) ? local(entry, path) : Optional.empty();
            case Include.Project(_, _, String file) -> isYaml(entry, file) ? foreign(entry) : Optional.empty();
            case Include.Template _, Include.Component _ -> foreign(entry);
            case Include.Remote _ -> {
                unread(entry, "%s is not read: files on the web are never fetched.");
                yield Optional.empty();
            }
        };
    }

    private boolean isYaml(IncludeEntry entry, String path) {
        boolean yaml = YAML.matcher(path).matches();
        if (!yaml) {
            remarks.problem(
                    entry.span(),
                    "",
                    "GitLab includes files that end in '.yml' or '.yaml' only, and not %s."
                            .formatted(entry.include().description()));
        }
        return yaml;
    }

    private Optional<Source> local(IncludeEntry entry, String path) {
        if (!isPlain(path)) {
            unread(entry, "%s is not read: its path leads out of the project, or around in it.");
            return Optional.empty();
        }
        Optional<Source> source = known.computeIfAbsent(entry.include(), _ -> files.read(path));
        if (source.isEmpty() && files.isWhole()) {
            remarks.lost(
                    entry.span(),
                    "The included file %s does not exist. Its path begins at the project's root."
                            .formatted(entry.include().description()));
            remarks.unread(
                    entry.span(),
                    "What %s would add is not known.".formatted(entry.include().description()));
        } else if (source.isEmpty()) {
            unread(entry, "%s was not found; the project may begin in another folder.");
        }
        return source;
    }

    private Optional<Source> foreign(IncludeEntry entry) {
        Optional<Source> source = known.computeIfAbsent(entry.include(), files::included);
        if (source.isEmpty()) {
            unread(entry, "%s is not read: it is not part of this project.");
        }
        return source;
    }

    private void unread(IncludeEntry entry, String reason) {
        String text = reason.formatted(entry.include().description());
        remarks.unread(entry.span(), Character.toUpperCase(text.charAt(0)) + text.substring(1));
    }

    /** Whether a path goes straight down from the project's root. */
    static boolean isPlain(String path) {
        return path.indexOf('\0') < 0 && Arrays.stream(path.split("/", -1)).noneMatch(Set.of("", ".", "..")::contains);
    }
}
