package io.kanilint.shell;

import io.kanilint.text.Span;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text that a word came to: an argument of {@code sh -c}, a here-document. Where the word says just this text, its places
 * are exact; where something in it was expanded, they are lines.
 *
 * @param outer the text that the word is written in
 * @param text what it came to
 * @param written the word as written
 * @param start where that begins
 */
record WordFrame(Frame outer, String text, String written, int start) implements Frame {

    /** The frame of a text that a command runs: the word it came from, or the whole command where that is not clear. */
    static Frame of(String text, Command command, Frame outer) {
        return words(command)
                .flatMap(word -> outer.text(word.start(), word.end()).stream()
                        .map(written -> new WordFrame(outer, text, written, word.start())))
                .filter(WordFrame::fits)
                .findFirst()
                .<Frame>map(frame -> frame)
                .orElseGet(() -> new Frame.Made(outer.span(command.start(), command.end())));
    }

    private static Stream<Word> words(Command command) {
        return command instanceof Command.Simple simple
                ? Stream.concat(
                        simple.words().stream().skip(1),
                        simple.redirections().stream()
                                .map(redirection -> redirection
                                        .document()
                                        .map(HereDocument::body)
                                        .orElse(redirection.target())))
                : Stream.empty();
    }

    private boolean fits() {
        return !text.isBlank() && (written.contains(text) || (lines(text) > 0 && lines(text) == lines(written)));
    }

    private static long lines(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    @Override
    public Span span(int from, int to) {
        int at = written.indexOf(text);
        if (at >= 0) {
            return outer.span(start + at + from, start + at + to);
        }
        int begin = 0;
        for (long line = lines(text.substring(0, from)); line > 0; line--) {
            begin = written.indexOf('\n', begin) + 1;
        }
        int lineEnd = written.indexOf('\n', begin);
        int end = lineEnd < 0 ? written.length() : lineEnd;
        while (begin < end && Character.isWhitespace(written.charAt(begin))) {
            begin++;
        }
        return outer.span(start + begin, start + end);
    }

    @Override
    public Optional<String> text(int from, int to) {
        return Optional.of(text.substring(from, to));
    }
}
