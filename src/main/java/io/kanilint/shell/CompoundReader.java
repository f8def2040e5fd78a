package io.kanilint.shell;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** Reads what begins with a reserved word or a parenthesis. */
final class CompoundReader {
    private static final Set<String> OPENERS = Set.of("{", "if", "case", "for", "select", "while", "until", "[[");

    private final Cursor in;
    private final WordReader words;
    private final CommandReader commands;
    private final LoopReader loops;

    CompoundReader(Cursor in, WordReader words, CommandReader commands) {
        this.in = in;
        this.words = words;
        this.commands = commands;
        this.loops = new LoopReader(in, words, commands, this);
    }

    boolean starts() {
        return in.peek() == '(' || OPENERS.contains(commands.keyword());
    }

    Command read() {
        int start = in.start();
        return switch (commands.keyword()) {
            case "{" -> new Command.Group(braces("{"), start, in.end());
            case "if" -> conditional(start);
            case "case" -> choice(start);
            case "for", "select" -> loops.forLoop();
            case "while", "until" -> loops.loop();
            case "[[" -> new TestReader(in, words).read();
            default -> in.looksAt("((") ? parentheses(start) : subshell(start);
        };
    }

    /** {@code { … }}, the body of the opener. */
    Command.Sequence braces(String opener) {
        take("{");
        Command.Sequence body = commands.untilSome("}");
        close("}", opener);
        return body;
    }

    private Command.Subshell subshell(int start) {
        in.skip(1);
        Command.Sequence body = commands.untilSome(")");
        close(")", "(");
        return new Command.Subshell(body, start, in.end());
    }

    /** {@code ((…))}; what is not closed by two parentheses is a subshell in a subshell. */
    private Command parentheses(int start) {
        int index = in.index();
        if (!in.notArithmetic.contains(index)) {
            in.skip(2);
            int expression = in.at;
            int end = words.close('(', ')');
            if (in.took(")")) {
                return new Command.Arithmetic(in.text.substring(expression, end), start, in.end());
            }
            in.notArithmetic.add(index);
            in.moveTo(index);
        }
        return subshell(start);
    }

    private Command.If conditional(int start) {
        var branches = new ArrayList<Command.Branch>();
        take("if");
        do {
            Command.Sequence condition = commands.untilSome("then");
            close("then", "if");
            branches.add(new Command.Branch(condition, commands.untilSome("elif", "else", "fi")));
        } while (commands.tookKeyword("elif"));
        Optional<Command.Sequence> otherwise =
                commands.tookKeyword("else") ? Optional.of(commands.untilSome("fi")) : Optional.empty();
        close("fi", "if");
        return new Command.If(branches, otherwise, start, in.end());
    }

    private Command.Case choice(int start) {
        take("case");
        Word subject = words.word();
        in.skipBlanksAndLines();
        take("in");
        var arms = new ArrayList<Command.Arm>();
        in.skipBlanksAndLines();
        boolean more = true;
        while (more && !in.atEnd() && !"esac".equals(commands.keyword())) {
            arms.add(arm());
            more = in.took(";;&") || in.took(";;") || in.took(";&");
            in.skipBlanksAndLines();
        }
        close("esac", "case");
        return new Command.Case(subject, arms, start, in.end());
    }

    private Command.Arm arm() {
        if (in.took("(")) {
            in.skipBlanks();
        }
        var patterns = new ArrayList<Word>();
        do {
            in.skipBlanks();
            patterns.add(words.word());
            in.skipBlanks();
        } while (in.took("|"));
        if (!in.took(")")) {
            throw new ShellSyntaxException("a ')' is missing after the pattern of a case", in.at);
        }
        Command.Sequence body = commands.until(";;", ";&", "esac");
        Command.ArmEnd ending = in.looksAt(";;&")
                ? Command.ArmEnd.NEXT_PATTERN
                : in.looksAt(";&") ? Command.ArmEnd.NEXT_BODY : Command.ArmEnd.LEAVE;
        return new Command.Arm(patterns, body, ending);
    }

    Command.Function function() {
        int start = in.start();
        take("function");
        Word name = words.word();
        in.skipBlanks();
        if (in.peek() == '(') {
            int index = in.index();
            in.skip(1);
            in.skipBlanks();
            if (!in.took(")")) {
                in.moveTo(index);
            }
        }
        return function(name, start);
    }

    /** The function whose name has been read, up to the parenthesis. */
    Command.Function function(Word name) {
        in.skip(1);
        in.skipBlanks();
        close(")", "function");
        return function(name, name.start());
    }

    private Command.Function function(Word name, int start) {
        in.skipBlanksAndLines();
        if (!starts()) {
            throw new ShellSyntaxException("a function's body is missing", in.at);
        }
        Command body = commands.compound();
        return new Command.Function(name.pattern(), body, start, body.end());
    }

    Command.Coprocess coprocess() {
        int start = in.start();
        take("coproc");
        int index = in.index();
        if (!starts() && !words.atWordEnd()) {
            words.word();
            in.skipBlanks();
            if (!starts()) {
                in.moveTo(index);
            }
        }
        Command command = starts() ? commands.compound() : commands.simple();
        return new Command.Coprocess(command, start, command.end());
    }

    /** At the end of the text everything open counts as closed: the best reading of a script that was cut off. */
    void close(String closer, String opener) {
        boolean sign = closer.equals(")");
        if (sign ? in.looksAt(closer) : closer.equals(commands.keyword())) {
            in.skip(closer.length());
            return;
        }
        String reason = "'%s' is never closed by '%s'".formatted(opener, closer);
        if (!in.atEnd()) {
            throw new ShellSyntaxException(reason, in.at);
        }
        in.unclosed = in.unclosed == null ? reason : in.unclosed;
    }

    /** What is missing is missing behind what was read, so that the line below, which it may be on, is not lost. */
    void take(String keyword) {
        if (!commands.tookKeyword(keyword)) {
            throw new ShellSyntaxException("'%s' is missing".formatted(keyword), in.endIndex());
        }
    }
}
