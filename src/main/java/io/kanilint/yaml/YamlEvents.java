package io.kanilint.yaml;

import io.kanilint.text.Source;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/** SnakeYAML's events; whatever its parser throws becomes a {@link YamlException} with a place. */
final class YamlEvents {
    static {
        // Rules are full of "/^release\/.*/": the parser that GitLab uses knows these two, SnakeYAML does not.
        ScannerImpl.ESCAPE_REPLACEMENTS.putIfAbsent('/', "/");
        ScannerImpl.ESCAPE_REPLACEMENTS.putIfAbsent('\t', "\t");
    }

    private final SourceMarks marks;
    private final CodePoints text;
    private final ParserImpl parser;
    private final YamlProblems problems;
    private @Nullable Event last;

    /**
     * The events of a file.
     *
     * @param blankTabs tabs to read as blanks, as indexes of code points
     */
    YamlEvents(Source source, SourceMarks marks, BitSet blankTabs) {
        this.marks = marks;
        this.text = new CodePoints(source, blankTabs);
        this.problems = new YamlProblems(source, marks);
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(text, options);
        checkCharacters();
    }

    private void checkCharacters() {
        int forbidden = text.firstForbidden();
        if (forbidden >= 0) {
            throw problems.forbidden(text.codePoint(forbidden), marks.offset(forbidden));
        }
    }

    Event next() {
        try {
            Event event = parser.getEvent();
            last = event;
            return event;
        } catch (MarkedYAMLException e) {
            if (problems.isSeparatingTab(e)) {
                throw new SeparatingTab(text.getIndex());
            }
            throw problems.found(e, last);
        } catch (YAMLException | NumberFormatException e) {
            // The scanner trips over numbers that are too large, and over some misplaced keys, without naming a place.
            throw problems.foundAt(marks.offset(text.getIndex()));
        }
    }
}
