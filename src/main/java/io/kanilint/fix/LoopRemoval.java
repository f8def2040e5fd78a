package io.kanilint.fix;

import io.kanilint.pipeline.Script;
import io.kanilint.shell.Command;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlScalar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes loops away and leaves their bodies, moved to the left where they stand on lines of their own.
 *
 * <p>Comments stay. Here-documents and texts of several lines keep their indentation, which may mean something.
 */
final class LoopRemoval {
    /** Possessive, since what can go back takes a stack as deep as the gap is long. */
    private static final Pattern DO = Pattern.compile("(?:\\s|\\\\\\n)*+;?(?:\\s|\\\\\\n)*+do[ \\t]*");

    private static final Pattern DONE = Pattern.compile("[\\s;&]*done");
    private static final Pattern BEHIND = Pattern.compile("[ \\t]*&[ \\t]*");

    private final String text;
    private final ScriptPlaces places;
    private final List<WordLoop> loops;
    private final List<Command> behind;
    private final JobCuts cuts;

    /**
     * A removal.
     *
     * @param behind commands that run in the background and must not do so any longer
     */
    LoopRemoval(Script script, List<WordLoop> loops, List<Command> behind, JobCuts cuts) {
        this.text = script.text().text();
        this.places = new ScriptPlaces(script);
        this.loops = loops;
        this.behind = behind;
        this.cuts = cuts;
    }

    /** Cuts them; false if they are written in a way that does not allow it. */
    boolean cut() {
        behind.forEach(this::cutAmpersand);
        YamlScalar scalar = places.item(places.itemAt(loops.getFirst().start())).scalar();
        boolean lines =
                scalar.style() == YamlScalar.Style.LITERAL && loops.stream().allMatch(this::hasOwnLines);
        if (!lines) {
            return loops.stream().allMatch(this::cutInline);
        }
        Cuts here = cuts.at(scalar.span());
        loops.forEach(loop -> cutLines(loop, here, scalar));
        dedent(here, scalar);
        return true;
    }

    private void cutAmpersand(Command command) {
        Matcher sign = BEHIND.matcher(text).region(command.end(), text.length());
        if (sign.lookingAt() && !text.startsWith("done", sign.end())) {
            boolean last = sign.end() == text.length() || "\n#)}".indexOf(text.charAt(sign.end())) >= 0;
            Span place = places.span(sign.start(), sign.end());
            cuts.at(place).replace(place.start(), place.end(), last ? "" : "; ");
        }
    }

    private boolean hasOwnLines(WordLoop loop) {
        Matcher head = DO.matcher(text).region(loop.headEnd(), text.length());
        int done = loop.doneEnd() - "done".length();
        return head.lookingAt()
                // to YAML a lone carriage return ends a line too
                && line(loop.doneEnd() - 1) == line(loop.start()) + count(loop.start(), loop.doneEnd())
                && doneStart(loop) >= 0
                && text.startsWith("done", doneStart(loop))
                && isBlankOrComment(text.substring(head.end(), lineEnd(head.end())))
                && text.substring(lineStart(loop.start()), loop.start()).isBlank()
                && text.substring(lineStart(doneStart(loop)), doneStart(loop)).isBlank()
                && (loop.end() > loop.doneEnd()
                        || (done == doneStart(loop)
                                && isBlankOrComment(text.substring(loop.doneEnd(), lineEnd(loop.doneEnd())))));
    }

    /** Where the {@code done} is: behind the body, comments skipped. */
    private int doneStart(WordLoop loop) {
        int at = loop.bodyEnd();
        while (at < loop.end()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = lineEnd(at);
            } else if (c == 'd') {
                return at;
            } else if (c == ';' || c == '&' || Character.isWhitespace(c)) {
                at++;
            } else {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isBlankOrComment(String rest) {
        return rest.isBlank()
                || rest.strip().equals(";")
                || rest.strip().equals("&")
                || rest.stripLeading().startsWith("#");
    }

    private void cutLines(WordLoop loop, Cuts here, YamlScalar scalar) {
        Source source = scalar.span().source();
        Matcher head = DO.matcher(text).region(loop.headEnd(), text.length());
        boolean _ = head.lookingAt();
        cutLines(loop.start(), head.end(), here, source);
        int done = doneStart(loop);
        int end = loop.end() > loop.doneEnd() ? loop.end() : done + "done".length();
        cutLines(done, end, here, source);
    }

    /** Cuts whole lines, or what stands on them before a comment. */
    private void cutLines(int start, int end, Cuts here, Source source) {
        int first = line(start);
        int last = first + count(start, end);
        int comment = text.substring(end, lineEnd(end)).indexOf('#');
        if (comment >= 0) {
            int from = source.lineStart(first)
                    + source.line(first).indexOf(source.line(first).strip());
            here.replace(from, places.span(end + comment, end + comment + 1).start(), "");
        } else {
            here.replace(
                    source.lineStart(first),
                    source.lineEnd(last) + source.lineBreak(last).length(),
                    "");
        }
    }

    /** The line of the source that a place of the script is on. */
    private int line(int offset) {
        return places.span(offset, offset + 1).startLine();
    }

    private int count(int start, int end) {
        return (int) text.substring(start, end).chars().filter(c -> c == '\n').count();
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    private void dedent(Cuts here, YamlScalar scalar) {
        Source source = scalar.span().source();
        WordLoop inner = loops.getLast();
        int first = line(loops.getFirst().start());
        int last = first + count(loops.getFirst().start(), loops.getFirst().doneEnd());
        var frozen = FrozenLines.of(inner.body(), text);
        for (int line = first + 1; line < last; line++) {
            int at = line;
            int width = loops.stream()
                    .filter(loop -> at > line(loop.start()) + count(loop.start(), loop.headEnd())
                            && at <= line(loop.start()) + count(loop.start(), doneStart(loop)))
                    .mapToInt(this::step)
                    .sum();
            int start = source.lineStart(line) + Math.max(0, scalar.contentIndent());
            int end = start;
            while (end < start + width
                    && end < source.lineEnd(line)
                    && Character.isWhitespace(source.text().charAt(end))) {
                end++;
            }
            boolean moves =
                    !frozen.get(line - first + lineNumber(loops.getFirst().start()));
            if (moves && end > start && !source.line(line).isBlank()) {
                here.replace(start, end, "");
            }
        }
    }

    private int step(WordLoop loop) {
        int outer = loop.start() - lineStart(loop.start());
        int inner = loop.bodyStart() - lineStart(loop.bodyStart());
        boolean below =
                text.substring(lineStart(loop.bodyStart()), loop.bodyStart()).isBlank();
        return below ? Math.max(0, inner - outer) : 0;
    }

    /** The line of the script that a place is on, from 0. */
    private int lineNumber(int offset) {
        return count(0, offset);
    }

    private boolean cutInline(WordLoop loop) {
        Matcher head = DO.matcher(text).region(loop.headEnd(), loop.bodyStart());
        Matcher tail = DONE.matcher(text).region(loop.bodyEnd(), loop.doneEnd());
        boolean whole = head.lookingAt()
                && text.substring(head.end(), loop.bodyStart()).isBlank()
                && tail.matches()
                && loop.end() == loop.doneEnd()
                && loop.body().items().stream()
                        .allMatch(item -> HereDocuments.of(item.command()).isEmpty());
        if (!whole) {
            return false;
        }
        Span first = places.span(loop.start(), loop.start() + 1);
        Span body = places.span(loop.bodyStart(), loop.bodyEnd());
        Span last = places.span(loop.doneEnd() - 1, loop.doneEnd());
        Cuts here = cuts.at(first);
        here.replace(first.start(), body.start(), "");
        here.replace(body.end(), last.end(), "");
        return true;
    }
}
