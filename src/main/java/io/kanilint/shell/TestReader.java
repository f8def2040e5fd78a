package io.kanilint.shell;

import io.kanilint.shell.WordReader.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code [[ … ]]}. */
final class TestReader {
    private static final Set<String> BINARY =
            Set.of("=", "==", "!=", "=~", "<", ">", "-ef", "-nt", "-ot", "-eq", "-ne", "-lt", "-le", "-gt", "-ge");
    private static final String UNARY = "abcdefghkprstuwxzGLNORSvno";

    private final Cursor in;
    private final WordReader words;
    private final List<Word> list = new ArrayList<>();

    TestReader(Cursor in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    Command.Test read() {
        int start = in.start();
        in.skip(2);
        condition();
        if (!closes()) {
            throw new ShellSyntaxException("'[[' is never closed by ']]'", in.at);
        }
        in.skip(2);
        return new Command.Test(list, start, in.end());
    }

    private void condition() {
        term();
        while (tookOperator("&&") || tookOperator("||")) {
            term();
        }
    }

    private void term() {
        in.enter();
        in.skipBlanksAndLines();
        while (in.peek() == '!' && (in.peek(1) == '(' || WordReader.endsWord(in.peek(1)))) {
            operator(1);
            in.skipBlanksAndLines();
        }
        if (in.peek() == '(') {
            operator(1);
            condition();
            if (!tookOperator(")")) {
                throw new ShellSyntaxException("a ( is not closed", in.at);
            }
        } else {
            comparison();
        }
        in.leave();
        in.skipBlanks();
    }

    private void comparison() {
        Word first = operand(Mode.ARGUMENT);
        in.skipBlanks();
        String text = first.parts().size() == 1
                        && first.parts().getFirst() instanceof WordPart.Literal literal
                        && !literal.quoted()
                ? literal.text()
                : "";
        boolean unary = text.length() == 2 && text.charAt(0) == '-' && UNARY.indexOf(text.charAt(1)) >= 0;
        if (unary) {
            operand(Mode.ARGUMENT);
        } else if (!ends()) {
            binary();
        } else {
            return;
        }
        in.skipBlanksAndLines();
    }

    private void binary() {
        String operator;
        if (in.peek() == '<' || in.peek() == '>') {
            operator = String.valueOf(in.peek());
            operator(1);
        } else {
            operator = operand(Mode.ARGUMENT).pattern();
        }
        if (!BINARY.contains(operator)) {
            throw new ShellSyntaxException("'%s' compares nothing".formatted(operator), in.at);
        }
        in.skipBlanks();
        operand(
                switch (operator) {
                    case "=~" -> Mode.REGEX;
                    case "=", "==", "!=" -> Mode.PATTERN;
                    default -> Mode.ARGUMENT;
                });
    }

    private Word operand(Mode mode) {
        in.skipBlanks();
        if (closes()) {
            throw new ShellSyntaxException("a word is missing before ']]'", in.at);
        }
        Word word = words.word(mode);
        list.add(word);
        return word;
    }

    /** Whether a word that is compared with nothing ends here. */
    private boolean ends() {
        return closes() || in.looksAt("&&") || in.looksAt("||") || in.peek() == ')';
    }

    private boolean closes() {
        return in.looksAt("]]") && (in.peek(2) == '\0' || WordReader.endsWord(in.peek(2)));
    }

    private boolean tookOperator(String operator) {
        boolean found = in.looksAt(operator);
        if (found) {
            operator(operator.length());
        }
        return found;
    }

    private void operator(int length) {
        int start = in.start();
        int index = in.index();
        in.skip(length);
        String text = in.text.substring(index, in.at);
        list.add(new Word(List.of(new WordPart.Literal(text, false)), start, in.end()));
    }
}
