package io.kanilint.shell;

import java.util.List;
import java.util.Optional;

/** A command. Offsets count characters of the script's text; {@code end} lies just past the last one. */
public sealed interface Command {

    int start();

    int end();

    /** A program, builtin or function with its arguments; or assignments alone. */
    record Simple(List<Assignment> assignments, List<Word> words, List<Redirection> redirections, int start, int end)
            implements Command {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            redirections = List.copyOf(redirections);
        }

        /** What is run, where it is written literally. */
        public Optional<String> name() {
            return words.isEmpty() ? Optional.empty() : words.getFirst().literal();
        }
    }

    /** {@code a | b}, or {@code ! a}; a {@code !} alone has an empty sequence for its only stage. */
    record Pipeline(boolean negated, List<Command> stages, int start, int end) implements Command {
        public Pipeline {
            stages = List.copyOf(stages);
        }
    }

    /** {@code a && b} or {@code a || b}. */
    record AndOr(Command left, boolean and, Command right) implements Command {
        @Override
        public int start() {
            return left.start();
        }

        @Override
        public int end() {
            return right.end();
        }
    }

    /** One element of a sequence. */
    record Item(Command command, boolean background) {}

    /** Commands one after the other, parted by {@code ;}, {@code &} or line breaks. */
    record Sequence(List<Item> items, int start, int end) implements Command {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** <code>{ …; }</code> */
    record Group(Sequence body, int start, int end) implements Command {}

    /** {@code ( … )}: what it assigns and its exit stay inside. */
    record Subshell(Sequence body, int start, int end) implements Command {}

    /** {@code if … then …} and each {@code elif}. */
    record Branch(Sequence condition, Sequence body) {}

    record If(List<Branch> branches, Optional<Sequence> otherwise, int start, int end) implements Command {
        public If {
            branches = List.copyOf(branches);
        }
    }

    /** What comes after an arm: the end, with {@code ;&} the next body, with {@code ;;&} the next pattern that fits. */
    enum ArmEnd {
        LEAVE,
        NEXT_BODY,
        NEXT_PATTERN
    }

    /** {@code pattern | pattern) …} */
    record Arm(List<Word> patterns, Sequence body, ArmEnd ending) {
        public Arm {
            patterns = List.copyOf(patterns);
        }
    }

    record Case(Word subject, List<Arm> arms, int start, int end) implements Command {
        public Case {
            arms = List.copyOf(arms);
        }
    }

    /** {@code for name in words} ({@code select} too); without words it runs over the arguments. */
    record For(String variable, Optional<List<Word>> words, Sequence body, int start, int end) implements Command {}

    /** {@code for ((initial; condition; step))} */
    record ForArithmetic(String initial, String condition, String step, Sequence body, int start, int end)
            implements Command {}

    /** {@code while} or {@code until}. */
    record Loop(boolean until, Sequence condition, Sequence body, int start, int end) implements Command {}

    record Function(String name, Command body, int start, int end) implements Command {}

    /** A compound command with the redirections behind it. */
    record Redirected(Command command, List<Redirection> redirections, int start, int end) implements Command {
        public Redirected {
            redirections = List.copyOf(redirections);
        }
    }

    /** {@code [[ … ]]}: its words in order, operators such as {@code &&}, {@code !} and {@code (} among them. */
    record Test(List<Word> words, int start, int end) implements Command {
        public Test {
            words = List.copyOf(words);
        }
    }

    /** {@code (( … ))} */
    record Arithmetic(String expression, int start, int end) implements Command {}

    /** {@code time a | b}; nothing to time is an empty sequence. */
    record Timed(Command command, int start, int end) implements Command {}

    /** {@code coproc a}: runs in the background. */
    record Coprocess(Command command, int start, int end) implements Command {}

    /** A line that could not be read. */
    record Unreadable(String reason, int start, int end) implements Command {}
}
