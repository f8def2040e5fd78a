package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads simple commands: assignments, words, redirections. */
final class SimpleReader {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(\\[[^]\\s]*])?(\\+?)=");
    private static final Pattern REDIRECTION =
            Pattern.compile("[0-9]*(<<<|<<-|<<|<>|<&|>&|>>|>\\||&>>|&>|<|>)|\\{[A-Za-z_]\\w*}(<|>)");
    private static final Pattern FUNCTION = Pattern.compile("[^\\s;&|<>()$`'\"=\\\\]+[ \\t]*\\([ \\t]*\\)");

    private final Cursor in;
    private final WordReader words;

    SimpleReader(Cursor in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    boolean isFunction() {
        return FUNCTION.matcher(in.text).region(in.at, in.limit).lookingAt();
    }

    Command.Simple simple() {
        int start = in.at;
        var assignments = new ArrayList<Assignment>();
        var list = new ArrayList<Word>();
        var redirections = new ArrayList<Redirection>();
        int end = start;
        while (true) {
            in.skipBlanks();
            Matcher assignment = ASSIGNMENT.matcher(in.text).region(in.at, in.limit);
            if (redirection(redirections)) {
                end = in.at;
            } else if (in.looksAt("<(") || in.looksAt(">(")) {
                list.add(processSubstitution());
                end = in.at;
            } else if (WordReader.endsWord(in.peek())) {
                break;
            } else if (list.isEmpty() && assignment.lookingAt()) {
                assignments.add(assignment(assignment));
                end = in.at;
            } else {
                list.add(words.word());
                end = in.at;
            }
        }
        if (end == start) {
            throw new ShellSyntaxException("a command is missing", start);
        }
        return new Command.Simple(assignments, list, redirections, start, end);
    }

    private Assignment assignment(Matcher match) {
        String name = match.group(1);
        boolean append = !match.group(3).isEmpty();
        in.at = match.end();
        Word value =
                WordReader.endsWord(in.peek()) && in.peek() != '(' ? new Word(List.of(), in.at, in.at) : words.word();
        Optional<List<Word>> elements = value.parts().stream()
                .filter(WordPart.ArrayValue.class::isInstance)
                .map(part -> ((WordPart.ArrayValue) part).elements())
                .findFirst();
        return new Assignment(name, append, value, elements, Optional.ofNullable(match.group(2)));
    }

    private Word processSubstitution() {
        int start = in.at;
        in.at += 2;
        boolean output = in.text.charAt(start) == '>';
        Command.Sequence body = new CommandReader(in).until(")");
        if (in.peek() != ')') {
            throw new ShellSyntaxException("a process substitution is not closed", start);
        }
        in.at++;
        return new Word(List.of(new WordPart.ProcessSubstitution(output, body)), start, in.at);
    }

    /** Reads the redirections after a compound command. */
    List<Redirection> redirections() {
        var redirections = new ArrayList<Redirection>();
        do {
            in.skipBlanks();
        } while (redirection(redirections));
        return redirections;
    }

    private boolean redirection(List<Redirection> redirections) {
        Matcher match = REDIRECTION.matcher(in.text).region(in.at, in.limit);
        if (!match.lookingAt() || in.looksAt("<(") || in.looksAt(">(")) {
            return false;
        }
        in.at = match.end();
        in.skipBlanks();
        String operator = String.valueOf(match.group(1) == null ? match.group(2) : match.group(1));
        Word target = words.word();
        Optional<HereDocument> document = Optional.empty();
        if (operator.equals("<<") || operator.equals("<<-")) {
            boolean quoted = target.parts().stream().anyMatch(WordPart::quoted);
            document = Optional.of(new HereDocument(target.pattern(), quoted, operator.equals("<<-")));
            document.ifPresent(in::expectHereDocument);
        }
        redirections.add(new Redirection(operator, Optional.empty(), target, document));
        return true;
    }

    /** {@code [[ … ]]} and {@code (( … ))}. */
    Command test(String opening, String closing) {
        int start = in.at;
        in.at += opening.length();
        while (!in.looksAt(closing)) {
            if (in.atEnd()) {
                throw new ShellSyntaxException("'%s' is never closed by '%s'".formatted(opening, closing), start);
            }
            if (in.peek() == '"' || in.peek() == '\'' || in.peek() == '$' || in.peek() == '\\' || in.peek() == '`') {
                words.part(new WordReader.Parts());
            } else {
                in.at++;
            }
        }
        in.at += closing.length();
        return opening.equals("[[")
                ? new Command.Test(List.of(), start, in.at)
                : new Command.Arithmetic(in.text.substring(start + 2, in.at - 2), start, in.at);
    }
}
