package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Statements of a generated script, one after the other. */
record Block(List<Statement> statements) {

    Block {
        statements = List.copyOf(statements);
    }

    static Block of(Statement... statements) {
        return new Block(List.of(statements));
    }

    String text() {
        return statements.isEmpty()
                ? ":"
                : statements.stream().map(Statement::text).collect(Collectors.joining("\n"));
    }

    /** What this becomes with one statement less, or with a statement's insides instead of it. */
    List<Block> smaller() {
        var all = new ArrayList<Block>();
        for (int i = 0; i < statements.size(); i++) {
            all.add(with(i, List.of()));
        }
        for (int i = 0; i < statements.size(); i++) {
            for (Block inside : statements.get(i).blocks()) {
                all.add(with(i, inside.statements));
            }
            for (Statement statement : statements.get(i).smaller()) {
                all.add(with(i, List.of(statement)));
            }
        }
        return all;
    }

    private Block with(int index, List<Statement> instead) {
        var changed = new ArrayList<>(statements.subList(0, index));
        changed.addAll(instead);
        changed.addAll(statements.subList(index + 1, statements.size()));
        return new Block(changed);
    }
}
