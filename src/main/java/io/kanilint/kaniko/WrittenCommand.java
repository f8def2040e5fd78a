package io.kanilint.kaniko;

import io.kanilint.pipeline.Script;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.ShellParser;
import io.kanilint.shell.Word;
import io.kanilint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * The command of a build as it is written in the job's own scripts, word by word. A build in a file that the job runs, or
 * in a text that is put together at run time, has none.
 *
 * @param script the one that it stands in
 */
public record WrittenCommand(Script script, Command.Simple command) {

    public static Optional<WrittenCommand> of(JobBuilds job, Build build) {
        Script script = build.inScript() ? job.job().script() : job.job().afterScript();
        Command.Sequence commands = build.inScript()
                ? job.commands()
                : ShellParser.parse(script.text().text());
        return Commands.simple(commands)
                .filter(command ->
                        script.text().span(command.start(), command.end()).equals(build.span()))
                .findFirst()
                .map(command -> new WrittenCommand(script, command));
    }

    public Span span(Word word) {
        return script.text().span(word.start(), word.end());
    }

    /**
     * The words in which a flag may be given, in their order: {@code --name}, {@code --name=value}, {@code -n}.
     *
     * @param written the flag with its dashes
     */
    public List<Word> words(String written) {
        boolean isShort = !written.startsWith("--");
        return command.words().stream()
                .filter(word -> {
                    String text = word.pattern();
                    return text.equals(written)
                            || text.startsWith(written + "=")
                            || (isShort && text.startsWith(written));
                })
                .toList();
    }

    /** Where a flag is written: the first time, its value in the next word left out; the whole command if that is not found. */
    public static Span place(JobBuilds job, Build build, String written) {
        return of(job, build).stream()
                .flatMap(command -> command.words(written).stream().limit(1).map(command::span))
                .findFirst()
                .orElse(build.span());
    }
}
