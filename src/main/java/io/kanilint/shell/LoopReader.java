package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code for}, {@code select}, {@code while} and {@code until}. */
final class LoopReader {
    private final Cursor in;
    private final WordReader words;
    private final CommandReader commands;
    private final CompoundReader compounds;

    LoopReader(Cursor in, WordReader words, CommandReader commands, CompoundReader compounds) {
        this.in = in;
        this.words = words;
        this.commands = commands;
        this.compounds = compounds;
    }

    Command.Loop loop() {
        int start = in.start();
        String keyword = commands.keyword();
        compounds.take(keyword);
        Command.Sequence condition = commands.untilSome("do");
        compounds.close("do", keyword);
        Command.Sequence body = commands.untilSome("done");
        compounds.close("done", keyword);
        return new Command.Loop(keyword.equals("until"), condition, body, start, in.end());
    }

    Command forLoop() {
        int start = in.start();
        String keyword = commands.keyword();
        compounds.take(keyword);
        if (keyword.equals("for") && in.looksAt("((")) {
            return arithmetic(start);
        }
        String variable = words.word().pattern();
        in.skipBlanks();
        boolean bracesMayFollow = in.peek() == '\n';
        in.skipBlanksAndLines();
        Optional<List<Word>> values = Optional.empty();
        if (commands.tookKeyword("in")) {
            values = Optional.of(values());
            bracesMayFollow = true;
        } else if (!bracesMayFollow && in.took(";")) {
            bracesMayFollow = true;
            in.skipBlanksAndLines();
        }
        Command.Sequence body = body(bracesMayFollow);
        return new Command.For(variable, values, body, start, in.end());
    }

    /** The words behind {@code in}, and the one separator behind them. */
    private List<Word> values() {
        var values = new ArrayList<Word>();
        for (in.skipBlanks(); !words.atWordEnd(); in.skipBlanks()) {
            values.add(words.word());
        }
        if (!in.took(";") && in.peek() != '\n' && !in.atEnd()) {
            throw new ShellSyntaxException("'%s' is unexpected here".formatted(in.peek()), in.at);
        }
        in.skipBlanksAndLines();
        return List.copyOf(values);
    }

    private Command.Sequence body(boolean bracesMayFollow) {
        if (bracesMayFollow && "{".equals(commands.keyword())) {
            return compounds.braces("for");
        }
        if (in.atEnd()) {
            compounds.close("done", "for");
            return new Command.Sequence(List.of(), in.end(), in.end());
        }
        compounds.take("do");
        Command.Sequence body = commands.untilSome("done");
        compounds.close("done", "for");
        return body;
    }

    private Command.ForArithmetic arithmetic(int start) {
        in.skip(2);
        var expressions = new ArrayList<String>();
        int from = in.at;
        int open = 0;
        while (!in.looksAt("))") || open > 0) {
            if (in.atEnd()) {
                throw new ShellSyntaxException("'((' is never closed by '))'", from);
            }
            char c = in.peek();
            if (c == ';' && open == 0) {
                expressions.add(in.text.substring(from, in.index()).strip());
                from = in.at + 1;
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            words.skipOne();
        }
        expressions.add(in.text.substring(from, in.index()).strip());
        in.skip(2);
        if (expressions.size() != 3) {
            throw new ShellSyntaxException("'for ((' wants three expressions", in.at);
        }
        in.skipBlanks();
        boolean _ = in.took(";");
        in.skipBlanksAndLines();
        Command.Sequence body = body(true);
        return new Command.ForArithmetic(
                expressions.get(0), expressions.get(1), expressions.get(2), body, start, in.end());
    }
}
