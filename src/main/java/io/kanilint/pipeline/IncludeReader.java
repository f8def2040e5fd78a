package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code include}: a text, a mapping, or a list of them. */
final class IncludeReader {
    private static final List<String> FORMS = List.of("local", "project", "template", "component", "remote");

    private final Remarks remarks;
    private final List<IncludeEntry> entries = new ArrayList<>();

    private IncludeReader(Remarks remarks) {
        this.remarks = remarks;
    }

    static List<IncludeEntry> read(YamlNode include, Remarks remarks) {
        var reader = new IncludeReader(remarks);
        if (include.target() instanceof YamlList list) {
            list.items().forEach(reader::entry);
        } else {
            reader.entry(include);
        }
        return reader.entries;
    }

    private void entry(YamlNode node) {
        switch (node.target()) {
            case YamlScalar scalar when scalar.isNull() -> {}
            case YamlScalar scalar -> text(node.span(), scalar.value());
            case YamlMap map -> mapping(node.span(), map);
            default -> remarks.unread(node.span(), "This include is %s and is not read.".formatted(node.kind()));
        }
    }

    private void text(Span span, String location) {
        Include include = location.matches("(?s)[a-z]+://.*") ? new Include.Remote(location) : local(location);
        add(span, include, location, Optional.empty(), Optional.empty());
    }

    private static Include local(String path) {
        return new Include.Local(path.replaceFirst("^/+", ""));
    }

    private void mapping(Span span, YamlMap map) {
        List<String> forms =
                FORMS.stream().filter(form -> map.get(form).isPresent()).toList();
        if (map.get("artifact").isPresent()) {
            remarks.unread(span, "Included artifacts are not read.");
        } else if (forms.size() != 1) {
            remarks.problem(
                    span,
                    "",
                    "An include needs exactly one of 'local', 'project', 'template', 'component' and 'remote'; this has %s."
                            .formatted(forms.isEmpty() ? "none" : String.join(" and ", forms)));
        } else if (forms.getFirst().equals("project")) {
            project(span, map);
        } else {
            String form = forms.getFirst();
            Optional<String> location = text(map, form);
            if (location.isEmpty()) {
                remarks.unread(span, "'%s' of this include is not a text.".formatted(form));
                return;
            }
            Include include = switch (form) {
                case "local" -> local(location.get());
                case "template" -> new Include.Template(location.get());
                case "component" -> new Include.Component(location.get());
                default -> new Include.Remote(location.get());
            };
            add(span, include, location.get(), map.get("rules"), inputs(map));
        }
    }

    private void project(Span span, YamlMap map) {
        Optional<String> project = text(map, "project");
        List<YamlNode> files = map.get("file")
                .map(file -> file.target() instanceof YamlList list ? list.items() : List.of(file))
                .orElse(List.of());
        if (map.get("file").isEmpty()) {
            remarks.problem(span, "", "An include of another project needs a 'file'.");
        }
        for (YamlNode file : files) {
            if (project.isEmpty() || !(file.target() instanceof YamlScalar path) || path.isNull()) {
                remarks.unread(span, "'project' and 'file' of this include are not texts.");
                continue;
            }
            String name = path.value().replaceFirst("^/+", "");
            Span place = files.size() == 1 ? span : file.span();
            Optional<String> ref = text(map, "ref");
            add(
                    place,
                    new Include.Project(project.get(), ref, name),
                    project.get() + name + ref.orElse(""),
                    map.get("rules"),
                    inputs(map));
        }
    }

    private void add(Span span, Include include, String written, Optional<YamlNode> rules, Optional<YamlMap> inputs) {
        if (written.contains("$")) {
            remarks.unread(
                    span, "Which file this includes depends on a variable: %s.".formatted(include.description()));
        } else {
            entries.add(new IncludeEntry(span, include, rules.filter(node -> !node.isNull()), inputs));
        }
    }

    private static Optional<String> text(YamlMap map, String key) {
        return map.get(key)
                .map(YamlNode::target)
                .filter(node -> node instanceof YamlScalar && !node.isNull())
                .map(node -> ((YamlScalar) node).value());
    }

    private static Optional<YamlMap> inputs(YamlMap map) {
        return map.get("inputs")
                .map(YamlNode::target)
                .filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast);
    }
}
