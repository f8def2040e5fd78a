package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads redirections. */
final class RedirectionReader {
    private static final List<String> OPERATORS =
            List.of("<<<", "<<-", "<<", "<>", "<&", ">&", ">>", ">|", "&>>", "&>", "<", ">");

    private final Cursor in;
    private final WordReader words;

    RedirectionReader(Cursor in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    List<Redirection> all() {
        var redirections = new ArrayList<Redirection>();
        do {
            in.skipBlanks();
        } while (read(redirections));
        return redirections;
    }

    /** Reads the redirection at the cursor, if there is one. */
    boolean read(List<Redirection> redirections) {
        int start = in.index();
        int sign = descriptorEnd(start);
        char first = in.charAt(sign);
        boolean redirects = first == '<' || first == '>' || (sign == start && in.looksAt("&>"));
        if (!redirects || in.charAt(in.past(sign + 1)) == '(') {
            return false;
        }
        Optional<String> descriptor = sign == start ? Optional.empty() : Optional.of(in.text.substring(start, sign));
        in.moveTo(sign);
        String operator = OPERATORS.stream().filter(in::took).findFirst().orElseThrow();
        in.skipBlanks();
        int targetStart = in.index();
        Word target = target(operator.equals("<&") || operator.equals(">&"));
        Optional<HereDocument> document = operator.equals("<<") || operator.equals("<<-")
                ? Optional.of(document(target, targetStart, operator.equals("<<-")))
                : Optional.empty();
        redirections.add(new Redirection(operator, descriptor, target, document));
        return true;
    }

    /** A descriptor's target may be a number with the next redirection right behind it, and a dash ends by itself. */
    private Word target(boolean descriptor) {
        int start = in.index();
        int after = descriptorEnd(start);
        boolean touches = after > start && (in.charAt(after) == '<' || in.charAt(after) == '>');
        if (touches && !(descriptor && Character.isDigit(in.charAt(start)))) {
            throw new ShellSyntaxException("the target of a redirection is missing", start);
        }
        if (!descriptor || in.peek() != '-') {
            return words.word();
        }
        int offset = in.start();
        in.skip(1);
        return new Word(List.of(new WordPart.Literal("-", false)), offset, in.end());
    }

    /** The index behind {@code 2} or <code>{name}</code>, or where it began. */
    private int descriptorEnd(int start) {
        int index = start;
        if (in.charAt(index) == '{') {
            do {
                index = in.past(index + 1);
            } while (AssignmentAhead.isNameCharacter(in.charAt(index), index == start + 1));
            return in.charAt(index) == '}' && index > start + 1 ? in.past(index + 1) : start;
        }
        while (Character.isDigit(in.charAt(index))) {
            index = in.past(index + 1);
        }
        return index;
    }

    private HereDocument document(Word delimiter, int start, boolean stripsTabs) {
        boolean quoted = delimiter.parts().stream().anyMatch(WordPart::quoted);
        String text = delimiter
                .literal()
                .orElseGet(() -> in.text.substring(start, in.at).replaceAll("[\"'\\\\]", ""));
        var document = new HereDocument(text, quoted, stripsTabs);
        in.expect(document);
        return document;
    }
}
