package io.kanilint.lint;

import io.kanilint.finding.Severity;
import io.kanilint.fix.SplitStyle;
import io.kanilint.lint.Settings.Comments;
import io.kanilint.lint.Settings.Ignored;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlException;
import io.kanilint.yaml.YamlFile;
import io.kanilint.yaml.YamlLimits;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code .kanilint.yml}. Whatever is in it and unknown is an error: a slip would else switch nothing off. */
public final class SettingsReader {
    static final List<String> KEYS = List.of("rules", "ignore", "comments", "split");
    static final List<String> IGNORE_KEYS = List.of("rule", "job", "file", "reason");
    static final List<String> COMMENT_KEYS = List.of("severity", "max");
    static final int MOST_COMMENTS = 1000;

    private static final List<String> RULES = Rules.ALL.stream().map(Rule::id).toList();
    private static final List<String> SEVERITIES = Level.words().stream()
            .filter(word -> !word.equals(Level.OFF.word()))
            .toList();
    private static final List<String> STYLES = Arrays.stream(SplitStyle.values())
            .map(style -> style.name().toLowerCase(Locale.ROOT))
            .toList();

    private SettingsReader() {}

    /**
     * The settings of a project, those by default if it has none.
     *
     * @throws SettingsException if there are some that cannot be used
     */
    public static Settings of(ProjectFiles files) {
        return files.read(Settings.FILE).map(SettingsReader::read).orElse(Settings.DEFAULT);
    }

    /**
     * Reads a file.
     *
     * @throws SettingsException if it cannot be used
     */
    public static Settings read(Source source) {
        return read(source, Settings.DEFAULT);
    }

    /**
     * Reads a file over settings that hold where it is silent: it decides for each rule and each key that it names, and its
     * findings to ignore are added.
     *
     * @throws SettingsException if it cannot be used
     */
    public static Settings read(Source source, Settings defaults) {
        YamlFile file;
        try {
            file = YamlReader.read(source, YamlLimits.DEFAULT);
        } catch (YamlException e) {
            throw new SettingsException(e.span(), String.valueOf(e.getMessage()));
        }
        if (file.documents().size() > 1) {
            throw new SettingsException(
                    file.documents().getLast().span(), "Settings are one document; a second one begins here.");
        }
        return file.content()
                .filter(content -> !content.isNull())
                .map(content -> settings(content, defaults))
                .orElse(defaults);
    }

    private static Settings settings(YamlNode content, Settings defaults) {
        var map = SettingsMap.of(content, "settings", KEYS);
        return new Settings(
                rules(map.value("rules"), defaults.rules()),
                ignored(map.value("ignore"), defaults.ignored()),
                comments(map.value("comments"), defaults.comments()),
                map.text("split")
                        .map(style -> style.oneOf("a way to split", STYLES))
                        .map(style -> SplitStyle.valueOf(style.toUpperCase(Locale.ROOT)))
                        .orElse(defaults.split()));
    }

    private static Map<String, Level> rules(@Nullable YamlNode node, Map<String, Level> defaults) {
        var levels = new LinkedHashMap<String, Level>(defaults);
        if (node != null) {
            var map = SettingsMap.of(node, "'rules'", RULES);
            for (String rule : map.keys()) {
                String word = map.text(rule).orElseThrow().oneOf("a level", Level.words());
                levels.put(rule, Level.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        return levels;
    }

    private static List<Ignored> ignored(@Nullable YamlNode node, List<Ignored> defaults) {
        var ignored = new ArrayList<Ignored>(defaults);
        if (node != null) {
            for (YamlNode item : SettingsMap.list(node, "'ignore'")) {
                var map = SettingsMap.of(item, "an entry of 'ignore'", IGNORE_KEYS);
                ignored.add(new Ignored(
                        map.demanded("rule").oneOf("a rule", RULES),
                        map.text("job").map(SettingsText::value).orElse(null),
                        map.text("file").map(SettingsText::value).orElse(null),
                        map.demanded("reason").value()));
            }
        }
        return ignored;
    }

    private static Comments comments(@Nullable YamlNode node, Comments usual) {
        if (node == null) {
            return usual;
        }
        var map = SettingsMap.of(node, "'comments'", COMMENT_KEYS);
        return new Comments(
                map.text("severity")
                        .map(word -> word.oneOf("a severity", SEVERITIES))
                        .map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(usual.severity()),
                map.text("max").map(text -> text.number(MOST_COMMENTS)).orElse(usual.max()));
    }

    /** A text of the settings and its place. */
    record SettingsText(String value, Span place) {

        String oneOf(String what, List<String> known) {
            if (!known.contains(value)) {
                throw SettingsMap.unknown(place, "'%s' is not %s".formatted(value, what), value, known);
            }
            return value;
        }

        int number(int most) {
            if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > most) {
                throw new SettingsException(place, "'%s' is not a whole number from 0 to %d.".formatted(value, most));
            }
            return Integer.parseInt(value);
        }
    }
}
