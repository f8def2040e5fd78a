package io.kanilint;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import com.sun.source.tree.AnyPatternTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Lays out Java source: four spaces, 120 columns, imports sorted, none unused. */
final class JavaFormatter {
    /**
     * Palantir's formatter does not know the pattern {@code _} (only {@code var _} and the lambda's {@code _}).
     * It sees this in its place; it is put back afterwards.
     */
    private static final String STAND_IN = "A_" + " _";

    private static final Pattern MAY_HOLD_ANY_PATTERN = Pattern.compile("[(,]\\s*_\\s*[,)]");

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    String format(String source) {
        try {
            var text = replaceAnyPatterns(source);
            text = RemoveUnusedImports.removeUnusedImports(text);
            text = ImportOrderer.reorderImports(text, Style.PALANTIR);
            return formatter.formatSource(text).replace(STAND_IN, "_");
        } catch (FormatterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String replaceAnyPatterns(String source) {
        if (!MAY_HOLD_ANY_PATTERN.matcher(source).find()) {
            return source;
        }
        var text = new StringBuilder(source);
        anyPatterns(source).stream()
                .sorted(Comparator.reverseOrder())
                .forEach(at -> text.replace(at, at + 1, STAND_IN));
        return text.toString();
    }

    private static List<Integer> anyPatterns(String source) {
        var file = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, _ -> {}, List.of("-proc:none"), null, List.of(file));
        var positions = Trees.instance(task).getSourcePositions();
        var found = new ArrayList<Integer>();
        try {
            for (var unit : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitAnyPattern(AnyPatternTree pattern, Void unused) {
                        // javac places the pattern on the token behind it
                        found.add(source.lastIndexOf('_', (int) positions.getStartPosition(unit, pattern)));
                        return null;
                    }
                }.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
