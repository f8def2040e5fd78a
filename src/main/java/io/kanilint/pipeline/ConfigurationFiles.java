package io.kanilint.pipeline;

import io.kanilint.pipeline.ContentReader.Content;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the CI file and everything that it includes, in the order in which GitLab merges the files. */
final class ConfigurationFiles {
    /** GitLab's {@code ci_max_includes}; a file that is included twice counts twice. */
    private static final int MOST_INCLUDES = 150;

    private static final int DEEPEST = 100;
    /** Our own bounds for all files together, far above what is seen. */
    private static final long MOST_CHARACTERS = 10L * 1024 * 1024;

    private static final long MOST_NODES = 400_000;

    private final Remarks remarks;
    private final ContentReader reader;
    private final IncludeRules rules;
    private final IncludeExpansion expansion;
    private final IncludedSources sources;
    private final Map<Include, Content> withoutInputs = new HashMap<>();
    private final Set<Include> open = new LinkedHashSet<>();
    private final List<YamlMap> contents = new ArrayList<>();
    private int included;
    private long characters;
    private long nodes;
    private boolean full;

    ConfigurationFiles(ProjectFiles files, Remarks remarks, ScalarTexts texts) {
        this.remarks = remarks;
        this.reader = new ContentReader(remarks, texts);
        var search = new FileSearch(files);
        this.rules = new IncludeRules(files, search);
        this.expansion = new IncludeExpansion(search, remarks);
        this.sources = new IncludedSources(files, remarks);
    }

    /** The contents of the files that could be read, the CI file last. */
    List<YamlMap> contents() {
        return contents;
    }

    /** The files that were opened, each once. */
    List<Source> sources() {
        return sources.all();
    }

    /** Those of them that lie in the project. */
    List<Source> ownSources() {
        return sources.own();
    }

    /** Reads the CI file and what it includes; empty if that file cannot be read. */
    Optional<YamlMap> readMain(Include main, Source source) {
        sources.put(main, source);
        Span start = new Span(source, 0, 0);
        switch (reader.read(source, Optional.empty())) {
            case Content.Broken(Span span, String message, boolean certain) -> {
                if (certain) {
                    remarks.fatal(span, message);
                } else {
                    remarks.unread(span, "The file cannot be read without the values of its inputs.");
                }
            }
            case Content.Empty _ -> remarks.fatal(start, "The file is empty: it holds no jobs.");
            case Content.Read(YamlMap map) -> {
                add(main, source, map);
                return Optional.of(map);
            }
            case Content.Read(YamlNode node) ->
                remarks.fatal(
                        node.span(), "A CI file is a mapping of job names to jobs; this is %s.".formatted(node.kind()));
        }
        return Optional.empty();
    }

    private void add(Include include, Source source, YamlMap content) {
        characters += source.text().length();
        nodes += content.expandedSize();
        open.add(include);
        content.get("include")
                .ifPresent(node -> IncludeReader.read(node, remarks).stream()
                        .flatMap(entry -> expansion.expand(entry, include))
                        .forEach(this::include));
        open.remove(include);
        contents.add(content);
    }

    private void include(IncludeEntry entry) {
        Truth allowed = entry.rules().map(rules::allow).orElse(Truth.YES);
        if (allowed == Truth.NO || !hasRoom(entry)) {
            return;
        }
        String description = entry.include().description();
        if (allowed == Truth.MAYBE) {
            remarks.unread(
                    entry.span(),
                    "Whether %s is included depends on the pipeline. Here it is taken as included."
                            .formatted(description));
        }
        if (!open.contains(entry.include())) {
            sources.read(entry).ifPresent(source -> read(entry, source));
        } else if (allowed == Truth.YES && entry.inputs().isEmpty()) {
            remarks.problem(
                    entry.span(),
                    "",
                    "This includes %s, which is being included already. Take this include away."
                            .formatted(description));
        } else {
            remarks.unread(
                    entry.span(), "%s includes itself here, which is not followed.".formatted(capital(description)));
        }
    }

    private boolean hasRoom(IncludeEntry entry) {
        included++;
        boolean room = included <= MOST_INCLUDES
                && open.size() < DEEPEST
                && characters <= MOST_CHARACTERS
                && nodes <= MOST_NODES;
        if (!room && !full) {
            full = true;
            remarks.lost(
                    entry.span(),
                    included > MOST_INCLUDES
                            ? "More than %d files are included, which GitLab refuses. The rest is not read."
                                    .formatted(MOST_INCLUDES)
                            : "The included files are too large together, or include one another too deeply. The rest is not read.");
            remarks.unread(entry.span(), "From here on, included files are not read.");
        }
        return room;
    }

    private void read(IncludeEntry entry, Source source) {
        Content content = entry.inputs().isPresent()
                ? reader.read(source, Optional.of(entry))
                : withoutInputs.computeIfAbsent(entry.include(), _ -> reader.read(source, Optional.of(entry)));
        String description = entry.include().description();
        switch (content) {
            case Content.Broken(Span span, String message, boolean certain) -> {
                if (certain) {
                    remarks.lost(span, message);
                }
                remarks.unread(entry.span(), "%s cannot be read.".formatted(capital(description)));
            }
            case Content.Empty _ -> remarks.lost(entry.span(), "The included file %s is empty.".formatted(description));
            case Content.Read(YamlMap map) -> add(entry.include(), source, map);
            case Content.Read(YamlNode node) ->
                remarks.lost(
                        node.span(),
                        "An included file is a mapping, like a CI file; this is %s.".formatted(node.kind()));
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
