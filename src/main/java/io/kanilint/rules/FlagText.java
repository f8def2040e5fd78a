package io.kanilint.rules;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.FlagUse;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.shell.Word;
import io.kanilint.text.Edit;
import io.kanilint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A flag as it is written in a command.
 *
 * @param index of the word that it begins
 */
record FlagText(WrittenCommand command, int index, FlagUse use) {
    private static final Pattern OPENING = Pattern.compile("['\"]?");
    private static final Pattern BEHIND_NAME = Pattern.compile("(=[\\s\\S]*)?|['\"]");

    /** Blanks and continued lines; possessive, since what can go back takes a stack as deep as the gap is long. */
    private static final Pattern GAP = Pattern.compile("(?:\\s|\\\\\\r?\\n)++");

    /** The flag's word: where it should be if each word is one argument, else the only one that has it. */
    static Optional<FlagText> find(WrittenCommand command, Build build, FlagUse use) {
        List<Word> words = command.command().words();
        int fromEnd = build.words().size() - 1 - use.word();
        int expected = words.size() - fromEnd;
        List<Word> matching = command.words(use.written());
        if (expected > 0 && expected < words.size() && matching.contains(words.get(expected))) {
            return Optional.of(new FlagText(command, expected, use));
        }
        return matching.size() == 1
                ? Optional.of(new FlagText(command, words.indexOf(matching.getFirst()), use))
                : Optional.empty();
    }

    private List<Word> words() {
        return command.command().words();
    }

    Span span() {
        return command.span(words().get(index));
    }

    /** The flag and its value. */
    Span wholeSpan() {
        boolean valueFollows = use.word() != use.valueWord() && index + 1 < words().size();
        return valueFollows && nextSpan().source() == span().source() ? span().to(nextSpan()) : span();
    }

    /** The word that follows, variables left standing; empty at the end. */
    private String next() {
        return index + 1 < words().size() ? words().get(index + 1).pattern() : "";
    }

    private Span nextSpan() {
        return command.span(words().get(index + 1));
    }

    /** Another name; the value stays. Empty if the name does not stand there as one piece. */
    Optional<Edit> renamed(String from, String to) {
        String text = span().text();
        int start = text.indexOf(from);
        int end = start + from.length();
        return start >= 0
                        && OPENING.matcher(text.substring(0, start)).matches()
                        && BEHIND_NAME.matcher(text.substring(end)).matches()
                ? Optional.of(Edit.replacing(within(start, end), to))
                : Optional.empty();
    }

    /** Another value for one that is written out, in the same word or in the next. */
    Optional<Edit> withValue(String from, String to) {
        boolean inside = use.word() == use.valueWord();
        Span span = inside ? span() : index + 1 < words().size() ? nextSpan() : span();
        String text = span.text();
        int start = inside ? text.indexOf('=') + 1 : 0;
        return text.substring(start).equals(from)
                ? Optional.of(Edit.replacing(new Span(span.source(), span.start() + start, span.end()), to))
                : Optional.empty();
    }

    /** This switch and the word behind it as one. */
    Optional<Edit> joined(String next, String value) {
        return next().equals(next)
                ? Optional.of(Edit.replacing(span().to(nextSpan()), use.written() + "=" + value))
                : Optional.empty();
    }

    private Span within(int start, int end) {
        Span span = span();
        return new Span(span.source(), span.start() + start, span.start() + end);
    }

    /** Nothing; a word behind it that was to be its value goes too. Empty where that is in doubt. */
    Optional<Edit> leftOut() {
        return switch (next()) {
            case "true", "false" -> removed(nextSpan());
            case String next when next.isEmpty() || next.startsWith("-") -> removed(span());
            case String _ -> Optional.empty();
        };
    }

    /** Takes away all from the end of the word before: a line's backslash too if nothing is left to continue. */
    private Optional<Edit> removed(Span last) {
        Span before = command.span(words().get(index - 1));
        var gap = new Span(before.source(), before.end(), Math.max(before.end(), span().start()));
        boolean certain =
                before.source() == last.source() && GAP.matcher(gap.text()).matches() && last.start() >= before.end();
        return certain
                ? Optional.of(Edit.replacing(new Span(before.source(), before.end(), last.end()), ""))
                : Optional.empty();
    }
}
