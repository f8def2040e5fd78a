package io.kanilint.yaml;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Says in plain words what SnakeYAML found wrong, and points at the mistake rather than at where it was noticed. */
final class YamlProblems {
    private final Source source;
    private final SourceMarks marks;
    private final Surroundings surroundings;

    YamlProblems(Source source, SourceMarks marks) {
        this.source = source;
        this.marks = marks;
        this.surroundings = new Surroundings(source);
    }

    /** What to say about a character that no YAML file may hold. */
    YamlException forbidden(int codePoint, int offset) {
        boolean wide = codePoint == 0 && offset < 4;
        return wide
                ? new YamlException(
                        new Span(source, 0, 0), "The file is not UTF-8; it looks like UTF-16. Save it as UTF-8.")
                : exception(new Clue(offset, "the character U+%04X is not allowed in it".formatted(codePoint)));
    }

    /**
     * What to say about an exception of the parser.
     *
     * @param last the event before it
     */
    YamlException found(MarkedYAMLException e, @Nullable Event last) {
        int problem = offset(e.getProblemMark(), e.getContextMark());
        int context = offset(e.getContextMark(), e.getProblemMark());
        String what = e.getProblem() == null ? "" : e.getProblem();
        String doing = e.getContext() == null ? "" : e.getContext();
        Clue clue = surroundings
                .conflict()
                .or(() -> scalar(what, doing, problem, context))
                .or(() -> brackets(what, doing, problem, context))
                .or(() -> layout(what, doing, problem, context, last))
                .orElseGet(() -> new Clue(problem, what.isEmpty() ? doing.strip() : what.strip()));
        return exception(clue);
    }

    /** What to say where the parser stopped without a word. */
    YamlException foundAt(int offset) {
        return exception(surroundings
                .escape(offset)
                .orElseGet(() -> new Clue(offset, "this cannot be read; check the quotes and the indentation")));
    }

    /** Whether the parser stopped at a tab that stands neither in the indentation nor behind a dash. */
    boolean isSeparatingTab(MarkedYAMLException e) {
        int problem = offset(e.getProblemMark(), null);
        return String.valueOf(e.getProblem()).contains("cannot start any token")
                && source.text().charAt(problem) == '\t'
                && surroundings.followsText(problem);
    }

    private YamlException exception(Clue clue) {
        return new YamlException(
                new Span(source, clue.offset(), clue.offset()), "This is not YAML: " + clue.text() + ".");
    }

    private int offset(@Nullable Mark mark, @Nullable Mark other) {
        Mark known = mark == null ? other : mark;
        return known == null ? 0 : marks.offset(known);
    }

    private Optional<Clue> scalar(String what, String doing, int problem, int context) {
        if (doing.contains("quoted scalar") && (what.contains("end of stream") || what.contains("separator"))) {
            return clue(context, "the quote that is opened here is never closed");
        }
        if (doing.contains("double-quoted scalar")) {
            return surroundings.escape(problem);
        }
        if (doing.contains("block scalar")) {
            return clue(
                    context,
                    "after '|' or '>' the text begins on the next line; to begin a text with them, put it in quotes");
        }
        if (doing.contains("an alias") || doing.contains("an anchor")) {
            return surroundings.textAfterEnd(context).or(() -> surroundings.mustBeQuoted(context));
        }
        if (what.contains("cannot start any token")) {
            return source.text().charAt(problem) == '\t'
                    ? clue(problem, "a tab where only blanks may indent; write blanks instead")
                    : surroundings.textAfterEnd(problem).or(() -> surroundings.mustBeQuoted(problem));
        }
        if (doing.contains("a directive") || what.contains("<document start>") || what.contains("YAML document")) {
            return clue(
                    surroundings.startOfDirective(problem),
                    "a line that begins with '%' is a directive, and this one is none that is known");
        }
        if (what.contains("tag handle") || doing.contains("a tag")) {
            return surroundings.mustBeQuoted(context);
        }
        return Optional.empty();
    }

    private Optional<Clue> brackets(String what, String doing, int problem, int context) {
        boolean inFlow = doing.contains("flow sequence") || doing.contains("flow mapping");
        if (inFlow && (what.endsWith("]") || what.endsWith("}"))) {
            String wrong = what.substring(what.length() - 1);
            return clue(problem, "a '%s' where a '%s' must come first".formatted(wrong, wrong.equals("]") ? "}" : "]"));
        }
        if (inFlow
                && source.lineOf(context) == source.lineOf(problem)
                && problem < source.text().length()) {
            return clue(problem, "a comma is missing here, or the closing bracket before");
        }
        if (inFlow) {
            return clue(context, "the bracket that is opened here is never closed");
        }
        if (doing.contains("flow node")) {
            boolean end = what.contains("<stream end>");
            return clue(
                    end ? context : problem,
                    end ? "a bracket is opened and never closed" : "something is missing before this");
        }
        if (what.contains("found ']'") || what.contains("found '}'")) {
            return clue(problem, "a closing bracket that was never opened");
        }
        return Optional.empty();
    }

    private Optional<Clue> layout(String what, String doing, int problem, int context, @Nullable Event last) {
        if (what.contains("mapping values are not allowed")) {
            return Optional.of(surroundings.surplusColon(problem));
        }
        if (what.contains("sequence entries are not allowed")) {
            return clue(problem, "a list cannot begin on the line of its key; write '- ' on the next line");
        }
        if (what.contains("mapping keys are not allowed")) {
            return surroundings.mustBeQuoted(problem);
        }
        if (doing.contains("simple key")) {
            return Optional.of(surroundings.keyWithoutColon(context));
        }
        if (!what.contains("<block end>")) {
            return Optional.empty();
        }
        if (last instanceof ScalarEvent scalar && isLongQuote(scalar, problem)) {
            return clue(
                    marks.scalar(scalar).span().start(),
                    "the quote that is opened here is closed only on line %d".formatted(source.lineOf(problem)));
        }
        boolean text = what.contains("'<scalar>'");
        return surroundings
                .textAfterEnd(problem)
                .or(() -> text ? surroundings.textAfterComment(problem) : Optional.empty())
                .or(() -> indentation(what, problem));
    }

    private boolean isLongQuote(ScalarEvent scalar, int problem) {
        Span span = marks.scalar(scalar).span();
        return marks.scalar(scalar).isQuoted()
                && span.startLine() < span.endLine()
                && span.endLine() == source.lineOf(problem);
    }

    private Optional<Clue> indentation(String what, int problem) {
        if (what.endsWith("found '-'")) {
            return clue(problem, "a list entry where a key is expected; check the indentation");
        }
        if (what.endsWith("found '?'")) {
            return clue(problem, "a key where a list entry is expected; check the indentation");
        }
        return clue(problem, "the indentation does not fit the lines above");
    }

    private static Optional<Clue> clue(int offset, String text) {
        return Optional.of(new Clue(offset, text));
    }
}
