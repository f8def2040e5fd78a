package io.kanilint.pipeline;

import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads script keywords: a text, or a list of texts and of further lists (ten levels, as GitLab allows). */
final class ScriptReader {
    private static final int DEEPEST = 10;

    private final String job;
    private final List<Problem> problems;
    private final List<Gap> gaps;

    ScriptReader(String job, List<Problem> problems, List<Gap> gaps) {
        this.job = job;
        this.problems = problems;
        this.gaps = gaps;
    }

    Script read(Map<String, YamlNode> keywords, String... names) {
        var items = new ArrayList<ScriptItem>();
        for (String name : names) {
            YamlNode value = keywords.get(name);
            if (value != null && !value.isNull()) {
                collect(name, value, value, items, 0);
            }
        }
        return Script.of(items);
    }

    private void collect(String keyword, YamlNode written, YamlNode value, List<ScriptItem> items, int depth) {
        switch (value) {
            case YamlAlias alias -> collect(keyword, written, alias.target(), items, depth);
            case YamlScalar scalar when scalar.isNull() -> {}
            case YamlScalar scalar -> items.add(new ScriptItem(keyword, written, scalar));
            case YamlList list
            when depth >= DEEPEST ->
                problem(list, "'%s' of job '%s' is nested more than %d levels deep.".formatted(keyword, job, DEEPEST));
            case YamlList list -> {
                boolean own = written.span().equals(value.span());
                list.items().forEach(item -> collect(keyword, own ? item : written, item, items, depth + 1));
            }
            case YamlReference reference ->
                gaps.add(new Gap(
                        reference.span(),
                        "'!reference' in '%s' of job '%s' is not followed yet.".formatted(keyword, job)));
            case YamlMap map ->
                problem(
                        map,
                        "'%s' of job '%s' is a mapping here; GitLab takes a command or a list of commands. A command with ': ' in it must stand in quotes."
                                .formatted(keyword, job));
        }
    }

    private void problem(YamlNode node, String message) {
        problems.add(new Problem(node.span(), job, message, false));
    }
}
