package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads lists and pipelines by recursive descent; what they are made of is left to the other readers. */
final class CommandReader {
    private static final Set<String> RESERVED =
            Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}", "in", "]]", "!");
    private static final int LONGEST_CHAIN = 1000;

    private final Cursor in;
    private final WordReader words;
    private final RedirectionReader redirections;
    private final SimpleReader simples;
    private final CompoundReader compounds;
    /** Where the last compound command ended: only there may a reserved word follow without a separator. */
    private int compoundEnd = -1;

    CommandReader(Cursor in) {
        this.in = in;
        this.words = new WordReader(in);
        this.redirections = new RedirectionReader(in, words);
        this.simples = new SimpleReader(in, words, redirections);
        this.compounds = new CompoundReader(in, words, this);
    }

    /** Reads all of the text; a last item says so if something in it is left open. */
    Command.Sequence script() {
        var items = new ArrayList<Command.Item>();
        int start = in.start();
        while (!in.atEnd()) {
            items.addAll(until().items());
        }
        in.moveTo(in.limit);
        if (in.unclosed != null) {
            int end = items.isEmpty() ? in.end() : items.getLast().command().end();
            items.add(unreadable(in.unclosed, end));
        }
        // Of an empty text the end lies before the start where characters were left out of it.
        return new Command.Sequence(items, start, Math.max(start, in.end()));
    }

    /** Reads commands up to a closing word or sign, which is not consumed, or to the end of the text. */
    Command.Sequence until(String... closers) {
        var items = new ArrayList<Command.Item>();
        in.skipBlanksAndLines();
        int start = in.start();
        while (!in.atEnd() && !closes(true, closers)) {
            items.add(item(closers));
            in.skipBlanksAndLines();
        }
        int end = items.isEmpty() ? start : items.getLast().command().end();
        return new Command.Sequence(items, start, end);
    }

    /** As {@link #until}, where the shell wants at least one command. */
    Command.Sequence untilSome(String... closers) {
        Command.Sequence list = until(closers);
        return list.items().isEmpty() && !in.atEnd()
                ? new Command.Sequence(
                        List.of(unreadable("a command is missing", list.start())), list.start(), list.end())
                : list;
    }

    private static Command.Item unreadable(String reason, int offset) {
        return new Command.Item(new Command.Unreadable(reason, offset, offset), false);
    }

    private boolean closes(boolean wordsToo, String... closers) {
        for (String closer : closers) {
            boolean sign = closer.equals(")") || closer.startsWith(";");
            if (sign ? in.looksAt(closer) : wordsToo && closer.equals(keyword())) {
                return true;
            }
        }
        return false;
    }

    /** One command with the separator after it. What cannot be read is skipped to the end of its line. */
    private Command.Item item(String... closers) {
        int start = in.start();
        int index = in.at;
        int depth = in.depth;
        try {
            Command command = andOr();
            in.skipBlanks();
            boolean background = in.peek() == '&';
            if (background || (in.peek() == ';' && in.peek(1) != ';' && in.peek(1) != '&')) {
                in.at = in.index() + 1;
            } else if (!in.atEnd() && in.peek() != '\n' && !closes(compoundEnd == in.endIndex(), closers)) {
                throw new ShellSyntaxException("'%s' is unexpected here".formatted(in.peek()), in.at);
            }
            return new Command.Item(command, background);
        } catch (ShellSyntaxException e) {
            in.depth = depth;
            recover(index, Math.max(index, e.offset));
            return new Command.Item(
                    new Command.Unreadable(String.valueOf(e.getMessage()), start, Math.max(start, in.end())), false);
        }
    }

    /** Goes on at the next line; where hardly a line can be read, gives up. */
    private void recover(int start, int index) {
        boolean goesOn = in.allowance.forgivesAnotherLine(in.at - start);
        int lineEnd = in.text.indexOf('\n', Math.min(index, in.limit), in.limit);
        in.moveTo(lineEnd < 0 || !goesOn ? in.limit : lineEnd);
    }

    private Command andOr() {
        Command left = pipeline();
        int length = 1;
        in.skipBlanks();
        while (in.looksAt("&&") || in.looksAt("||")) {
            boolean and = in.peek() == '&';
            in.skip(2);
            if (++length > LONGEST_CHAIN) {
                throw new ShellSyntaxException("too many commands in one list", in.at);
            }
            in.skipBlanksAndLines();
            left = new Command.AndOr(left, and, pipeline());
            in.skipBlanks();
        }
        return left;
    }

    private Command pipeline() {
        in.enter();
        int start = in.start();
        Command command;
        if (tookKeyword("!")) {
            Command negated = emptyOr();
            command = negated instanceof Command.Pipeline(boolean twice, List<Command> stages, int _, int _)
                    ? new Command.Pipeline(!twice, stages, start, in.end())
                    : new Command.Pipeline(true, List.of(negated), start, in.end());
        } else if (tookKeyword("time")) {
            boolean _ = tookKeyword("-p");
            boolean _ = tookKeyword("--");
            command = new Command.Timed(emptyOr(), start, in.end());
        } else {
            command = stages(start);
        }
        in.leave();
        return command;
    }

    /** The pipeline behind {@code !} or {@code time}, which may be missing. */
    private Command emptyOr() {
        boolean separator = in.peek() == ';' && in.peek(1) != ';' && in.peek(1) != '&';
        return in.atEnd() || in.peek() == '\n' || separator
                ? new Command.Sequence(List.of(), in.end(), in.end())
                : pipeline();
    }

    private Command stages(int start) {
        var stages = new ArrayList<Command>();
        stages.add(command());
        in.skipBlanks();
        while (in.peek() == '|' && in.peek(1) != '|') {
            in.skip(in.peek(1) == '&' ? 2 : 1);
            in.skipBlanksAndLines();
            stages.add(command());
            in.skipBlanks();
        }
        return stages.size() == 1
                ? stages.getFirst()
                : new Command.Pipeline(false, stages, start, stages.getLast().end());
    }

    private Command command() {
        in.enter();
        String keyword = keyword();
        if (RESERVED.contains(keyword)) {
            throw new ShellSyntaxException("'%s' is unexpected here".formatted(keyword), in.at);
        }
        Command command = switch (keyword) {
            case "function" -> compounds.function();
            case "coproc" -> compounds.coprocess();
            default -> compounds.starts() ? compound() : simpleOrFunction();
        };
        in.leave();
        return command;
    }

    /** A compound command with the redirections behind it. */
    Command compound() {
        Command command = compounds.read();
        compoundEnd = in.endIndex();
        List<Redirection> list = redirections.all();
        return list.isEmpty() ? command : new Command.Redirected(command, list, command.start(), in.end());
    }

    /** A simple command where no other may stand. */
    Command.Simple simple() {
        String keyword = keyword();
        if (RESERVED.contains(keyword) || keyword.equals("coproc") || keyword.equals("function")) {
            throw new ShellSyntaxException("'%s' is unexpected here".formatted(keyword), in.at);
        }
        return simples.read();
    }

    private Command simpleOrFunction() {
        Command.Simple simple = simples.read();
        boolean function = in.peek() == '('
                && simple.words().size() == 1
                && simple.assignments().isEmpty()
                && simple.redirections().isEmpty();
        return function ? compounds.function(simple.words().getFirst()) : simple;
    }

    boolean tookKeyword(String keyword) {
        boolean found = keyword.equals(keyword());
        if (found) {
            in.skip(keyword.length());
            in.skipBlanks();
        }
        return found;
    }

    /** The unquoted word at the cursor if it could be a reserved one, else an empty text. */
    String keyword() {
        var word = new StringBuilder();
        int index = in.index();
        while (word.length() < 9 && index < in.limit && !WordReader.endsWord(in.charAt(index))) {
            word.append(in.charAt(index));
            index = in.past(index + 1);
        }
        return word.length() == 9 ? "" : word.toString();
    }
}
