package io.kanilint.fix;

import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.Redirection;
import io.kanilint.shell.Word;
import io.kanilint.text.Source;
import java.util.BitSet;
import java.util.List;

/** Lines that begin inside of a here-document or of a word, where blanks are a part of what is meant. */
final class FrozenLines {
    private final String script;
    private final Source numbered;
    private final BitSet lines = new BitSet();

    private FrozenLines(String script) {
        this.script = script;
        this.numbered = new Source("", script);
    }

    /** The numbers of such lines of a script within a command, from 0. */
    static BitSet of(Command command, String script) {
        var frozen = new FrozenLines(script);
        frozen.add(command);
        return frozen.lines;
    }

    private void add(Command command) {
        switch (command) {
            case Command.Simple simple -> {
                simple.assignments().forEach(assignment -> add(assignment.value()));
                simple.words().forEach(this::add);
                add(simple.redirections());
            }
            case Command.Redirected redirected -> add(redirected.redirections());
            case Command.Test test -> test.words().forEach(this::add);
            default -> {}
        }
        Commands.children(command).forEach(this::add);
    }

    private void add(Word word) {
        add(word.start(), word.end());
    }

    private void add(List<Redirection> redirections) {
        for (Redirection redirection : redirections) {
            add(redirection.target());
            redirection.document().ifPresent(document -> {
                int delimiter = script.indexOf('\n', document.body().end());
                add(document.body().start() - 1, delimiter < 0 ? script.length() : delimiter);
            });
        }
    }

    /** Those that begin behind one place and not behind another. */
    private void add(int start, int end) {
        for (int at = script.indexOf('\n', start); at >= 0 && at < end; at = script.indexOf('\n', at + 1)) {
            lines.set(numbered.lineOf(at + 1) - 1);
        }
    }
}
