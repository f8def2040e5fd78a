package io.kanilint.fix;

import io.kanilint.pipeline.Script;
import io.kanilint.pipeline.ScriptItem;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Writes a script keyword out as a list of its own, where it is put together of texts that stand elsewhere. */
final class WrittenScript {
    private static final Pattern DASH = Pattern.compile("\\s*-\\s+(?:&\\S+\\s+)?");
    private static final Pattern FIXED_INDENT = Pattern.compile("[|>][+-]?\\d.*", Pattern.DOTALL);

    private final Script script;
    private final List<Unit> units;
    private final Set<Unit> removed;
    private final Optional<Ending> ending;

    WrittenScript(Script script, List<Unit> units, Set<Unit> removed, Optional<Ending> ending) {
        this.ending = ending;
        this.script = script;
        this.units = units;
        this.removed = removed;
    }

    /**
     * The lines, from the keyword on, without what stands before the keyword.
     *
     * @param items the entries that stay
     * @param touched which of them lose a part
     * @param from the file that they are written to
     * @return empty where a text cannot be moved
     */
    Optional<List<String>> lines(String keyword, List<Integer> items, IntPredicate touched, Source from) {
        var lines = new ArrayList<String>();
        lines.add(keyword + ":");
        var seen = new HashSet<Span>();
        for (int item : items) {
            ScriptItem written = script.items().get(item);
            YamlScalar scalar = written.scalar();
            String own = scalar.span().text();
            boolean movable = !FIXED_INDENT.matcher(own).matches()
                    && (scalar.span().source() == from || !own.contains("$[["))
                    && (seen.add(scalar.span()) || !touched.test(item));
            if (!movable) {
                return Optional.empty();
            }
            comments(scalar).forEach(comment -> lines.add("  " + comment));
            lines.addAll(entry(item, scalar, touched.test(item)));
        }
        return Optional.of(lines);
    }

    private List<String> entry(int item, YamlScalar scalar, boolean touched) {
        Source source = scalar.span().source();
        var cuts = new Cuts(source);
        if (touched) {
            new ScriptCuts(script, units, removed, cuts, ending).cut(item);
        }
        List<String> text = cuts.text(scalar.span().start(), scalar.span().end())
                .stripTrailing()
                .lines()
                .toList();
        var lines = new ArrayList<String>();
        lines.add("  - " + text.getFirst() + noteBehind(scalar));
        for (String line : text.subList(1, text.size())) {
            String shifted = scalar.isBlock()
                    ? line.substring(Math.min(scalar.contentIndent(), indent(line)))
                    : line.stripLeading();
            lines.add(line.isBlank() ? "" : "    " + shifted);
        }
        return lines;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The comment lines directly above an entry that has its own line. */
    private static List<String> comments(YamlScalar scalar) {
        Source source = scalar.span().source();
        var comments = new ArrayList<String>();
        int entry = scalar.span().startLine();
        for (int line = hasOwnLine(scalar) ? OwnLines.withComments(source, entry) : entry; line < entry; line++) {
            comments.add(source.line(line).strip());
        }
        return comments;
    }

    private static boolean hasOwnLine(YamlScalar scalar) {
        return DASH.matcher(scalar.span().before()).matches();
    }

    private static String noteBehind(YamlScalar scalar) {
        Source source = scalar.span().source();
        int end = scalar.span().end();
        String rest = source.text()
                .substring(end, Math.max(end, source.lineEnd(scalar.span().endLine())));
        boolean note = !scalar.isBlock()
                && scalar.span().startLine() == scalar.span().endLine()
                && hasOwnLine(scalar)
                && rest.matches("\\s+#.*");
        return note ? rest : "";
    }
}
