package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads lists, pipelines and compound commands by recursive descent; simple commands are left to {@link SimpleReader}. */
final class CommandReader {
    private static final Set<String> CLOSERS = Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}");
    private static final int MOST_UNREADABLE_LINES = 100;

    private final Cursor in;
    private final WordReader words;
    private final SimpleReader simples;

    CommandReader(Cursor in) {
        this.in = in;
        this.words = new WordReader(in);
        this.simples = new SimpleReader(in, words);
    }

    /** Reads commands up to a closing word or sign, which is not consumed, or to the end of the text. */
    Command.Sequence until(String... closers) {
        var items = new ArrayList<Command.Item>();
        in.skipBlanksAndLines();
        int start = in.at;
        while (!in.atEnd() && !closes(closers)) {
            items.add(item(closers));
            in.skipBlanksAndLines();
        }
        int end = items.isEmpty() ? start : items.getLast().command().end();
        return new Command.Sequence(items, start, end);
    }

    private boolean closes(String... closers) {
        for (String closer : closers) {
            if (closer.length() > 0 && (isSign(closer) ? in.looksAt(closer) : closer.equals(keyword()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSign(String closer) {
        return closer.equals(")") || closer.equals(";;") || closer.equals(";&");
    }

    /** One command with the separator after it. What cannot be read is skipped to the end of its line. */
    private Command.Item item(String... closers) {
        int start = in.at;
        int depth = in.depth;
        try {
            Command command = andOr();
            in.skipBlanks();
            boolean background = in.peek() == '&' && in.peek(1) != '&';
            if (background || (in.peek() == ';' && !closes(";;", ";&"))) {
                in.at++;
            } else if (!in.atEnd() && in.peek() != '\n' && !closes(closers)) {
                throw new ShellSyntaxException("'%s' is unexpected here".formatted(in.peek()), in.at);
            }
            return new Command.Item(command, background);
        } catch (ShellSyntaxException e) {
            in.depth = depth;
            recover(Math.max(start, e.offset));
            return new Command.Item(new Command.Unreadable(String.valueOf(e.getMessage()), start, in.at), false);
        }
    }

    /** Goes on at the next line; where hardly a line can be read (each may cost a look at all that follow), gives up. */
    private void recover(int offset) {
        int lineEnd = in.text.indexOf('\n', Math.min(offset, in.limit));
        boolean last = lineEnd < 0 || lineEnd > in.limit || ++in.unreadable > MOST_UNREADABLE_LINES;
        in.at = last ? in.limit : lineEnd;
    }

    private Command andOr() {
        Command left = pipeline();
        in.skipBlanks();
        while (in.looksAt("&&") || in.looksAt("||")) {
            boolean and = in.peek() == '&';
            in.at += 2;
            in.skipBlanksAndLines();
            left = new Command.AndOr(left, and, pipeline());
            in.skipBlanks();
        }
        return left;
    }

    private Command pipeline() {
        int start = in.at;
        boolean negated = false;
        while ("!".equals(keyword())) {
            negated = !negated;
            in.at++;
            in.skipBlanks();
        }
        var stages = new ArrayList<Command>();
        stages.add(command());
        in.skipBlanks();
        while (in.peek() == '|' && in.peek(1) != '|') {
            in.at += in.peek(1) == '&' ? 2 : 1;
            in.skipBlanksAndLines();
            stages.add(command());
            in.skipBlanks();
        }
        return stages.size() == 1 && !negated
                ? stages.getFirst()
                : new Command.Pipeline(negated, stages, start, stages.getLast().end());
    }

    private Command command() {
        in.enter();
        try {
            Command command = compoundOrSimple();
            if (command instanceof Command.Simple) {
                return command;
            }
            int end = in.at;
            List<Redirection> redirections = simples.redirections();
            return redirections.isEmpty()
                    ? command
                    : new Command.Redirected(command, redirections, command.start(), Math.max(end, in.at));
        } finally {
            in.leave();
        }
    }

    private Command compoundOrSimple() {
        int start = in.at;
        if (in.looksAt("((")) {
            return simples.test("((", "))");
        }
        if (in.peek() == '(') {
            in.at++;
            Command.Sequence body = closed(until(")"), ")", "(");
            return new Command.Subshell(body, start, in.at);
        }
        String keyword = keyword();
        if (CLOSERS.contains(keyword)) {
            throw new ShellSyntaxException("'%s' has nothing to close".formatted(keyword), in.at);
        }
        return switch (keyword) {
            case "{" -> group(start);
            case "if" -> conditional(start);
            case "case" -> choice(start);
            case "for", "select" -> forLoop(start);
            case "while", "until" -> loop(start, keyword.equals("until"));
            case "[[" -> simples.test("[[", "]]");
            case "function" -> function(start);
            default -> simples.isFunction() ? function(start) : simples.simple();
        };
    }

    private Command.Group group(int start) {
        take("{");
        return new Command.Group(closed(until("}"), "}", "{"), start, in.at);
    }

    private Command.If conditional(int start) {
        var branches = new ArrayList<Command.Branch>();
        take("if");
        do {
            Command.Sequence condition = closed(until("then"), "then", "if");
            branches.add(new Command.Branch(condition, until("elif", "else", "fi")));
        } while (took("elif"));
        Optional<Command.Sequence> otherwise = took("else") ? Optional.of(until("fi")) : Optional.empty();
        close("fi", "if");
        return new Command.If(branches, otherwise, start, in.at);
    }

    private Command.Loop loop(int start, boolean until) {
        take(keyword());
        Command.Sequence condition = closed(until("do"), "do", "while");
        Command.Sequence body = closed(until("done"), "done", "while");
        return new Command.Loop(until, condition, body, start, in.at);
    }

    private Command.For forLoop(int start) {
        take(keyword());
        String variable = words.word().pattern();
        in.skipBlanksAndLines();
        Optional<List<Word>> values = Optional.empty();
        if (took("in")) {
            var list = new ArrayList<Word>();
            for (in.skipBlanks(); !WordReader.endsWord(in.peek()); in.skipBlanks()) {
                list.add(words.word());
            }
            values = Optional.of(List.copyOf(list));
        }
        in.skipBlanksAndLines();
        if (in.peek() == ';') {
            in.at++;
            in.skipBlanksAndLines();
        }
        boolean braces = "{".equals(keyword());
        take(braces ? "{" : "do");
        Command.Sequence body = braces ? closed(until("}"), "}", "for") : closed(until("done"), "done", "for");
        return new Command.For(variable, values, body, start, in.at);
    }

    private Command.Case choice(int start) {
        take("case");
        Word subject = words.word();
        in.skipBlanksAndLines();
        take("in");
        var arms = new ArrayList<Command.Arm>();
        for (in.skipBlanksAndLines(); !"esac".equals(keyword()) && !in.atEnd(); in.skipBlanksAndLines()) {
            arms.add(arm());
        }
        close("esac", "case");
        return new Command.Case(subject, arms, start, in.at);
    }

    private Command.Arm arm() {
        if (in.peek() == '(') {
            in.at++;
        }
        var patterns = new ArrayList<Word>();
        do {
            in.skipBlanks();
            patterns.add(words.word());
            in.skipBlanks();
        } while (in.peek() == '|' && in.at++ >= 0);
        if (in.peek() != ')') {
            throw new ShellSyntaxException("a ')' is missing after the pattern of a case", in.at);
        }
        in.at++;
        Command.Sequence body = until(";;", ";&", "esac");
        boolean fallsThrough = in.looksAt(";&") || in.looksAt(";;&");
        in.at += in.looksAt(";;&") ? 3 : in.peek() == ';' ? 2 : 0;
        return new Command.Arm(patterns, body, fallsThrough);
    }

    private Command.Function function(int start) {
        if (took("function")) {
            in.skipBlanks();
        }
        String name = words.word().pattern();
        in.skipBlanks();
        if (in.peek() == '(') {
            in.at++;
            in.skipBlanks();
            close(")", "function");
        }
        in.skipBlanksAndLines();
        Command body = command();
        return new Command.Function(name, body, start, body.end());
    }

    private Command.Sequence closed(Command.Sequence body, String closer, String opener) {
        close(closer, opener);
        return body;
    }

    /** At the end of the text everything open counts as closed: the best reading of a script that was cut off. */
    private void close(String closer, String opener) {
        if (in.atEnd()) {
            return;
        }
        if (isSign(closer) ? !in.looksAt(closer) : !closer.equals(keyword())) {
            throw new ShellSyntaxException("'%s' is never closed by '%s'".formatted(opener, closer), in.at);
        }
        in.at += closer.length();
    }

    private boolean took(String keyword) {
        boolean found = keyword.equals(keyword());
        if (found) {
            in.at += keyword.length();
            in.skipBlanks();
        }
        return found;
    }

    private void take(String keyword) {
        if (!took(keyword)) {
            throw new ShellSyntaxException("'%s' is missing".formatted(keyword), in.at);
        }
    }

    /** The unquoted word at the cursor if it could be a reserved one, else an empty text. */
    private String keyword() {
        int end = in.at;
        while (end < in.limit && end - in.at < 9 && !WordReader.endsWord(in.text.charAt(end))) {
            end++;
        }
        return end - in.at == 9 ? "" : in.text.substring(in.at, end);
    }
}
