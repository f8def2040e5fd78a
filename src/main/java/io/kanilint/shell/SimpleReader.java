package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads simple commands: assignments, words, redirections. */
final class SimpleReader {
    /** Bash lets these take {@code name=(…)} for an argument. */
    private static final Set<String> DECLARING =
            Set.of("declare", "typeset", "local", "export", "readonly", "alias", "eval", "let");

    private final Cursor in;
    private final WordReader words;
    private final RedirectionReader redirections;

    SimpleReader(Cursor in, WordReader words, RedirectionReader redirections) {
        this.in = in;
        this.words = words;
        this.redirections = redirections;
    }

    Command.Simple read() {
        int start = in.start();
        int index = in.at;
        var assignments = new ArrayList<Assignment>();
        var list = new ArrayList<Word>();
        var redirected = new ArrayList<Redirection>();
        boolean declares = false;
        while (true) {
            in.skipBlanks();
            if (redirections.read(redirected)) {
                continue;
            }
            if (words.atWordEnd()) {
                break;
            }
            var ahead = new AssignmentAhead(in, words);
            if (list.isEmpty() && ahead.look().found()) {
                assignments.add(assignment(ahead));
            } else if (declares && ahead.look().found() && in.charAt(in.past(ahead.valueStart())) == '(') {
                list.add(words.declaration(ahead.valueStart()));
            } else {
                list.add(words.word());
                declares |= list.size() == 1 && DECLARING.stream().anyMatch(list.getFirst()::isUnquoted);
            }
        }
        if (in.endIndex() <= index) {
            throw new ShellSyntaxException("a command is missing", index);
        }
        return new Command.Simple(assignments, list, redirected, start, in.end());
    }

    private Assignment assignment(AssignmentAhead ahead) {
        String name = ahead.name();
        in.moveTo(ahead.valueStart());
        Word value = words.value();
        Optional<List<Word>> elements = value.parts().stream()
                .filter(WordPart.ArrayValue.class::isInstance)
                .map(part -> ((WordPart.ArrayValue) part).elements())
                .findFirst();
        return new Assignment(name, ahead.append(), value, elements, ahead.index());
    }
}
