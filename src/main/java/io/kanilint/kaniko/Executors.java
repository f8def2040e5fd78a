package io.kanilint.kaniko;

import io.kanilint.pipeline.Image;
import io.kanilint.pipeline.Job;
import io.kanilint.shell.Command;
import io.kanilint.shell.Word;
import java.util.List;
import java.util.Set;

/**
 * Tells executor runs from other commands by what is run: {@code /kaniko/executor} anywhere, a bare {@code executor}
 * in a Kaniko image, where it lies on the PATH.
 */
final class Executors {
    private static final Set<String> PREFIXES = Set.of("exec", "time", "command", "nohup", "sudo", "env");
    /** Words and flags that make the executor print something and build nothing. */
    private static final Set<String> NO_BUILD = Set.of("version", "help", "completion", "login", "push");

    private static final Set<String> HELP = Set.of("--help", "-h", "--version");

    private final boolean kanikoImage;

    Executors(Job job) {
        this.kanikoImage = job.image()
                .map(Image::name)
                .filter(name -> name.contains("kaniko"))
                .isPresent();
    }

    boolean isBuild(Command.Simple command) {
        int executor = executor(command.words());
        if (executor < 0) {
            return false;
        }
        List<Word> arguments =
                command.words().subList(executor + 1, command.words().size());
        return arguments.stream().map(Word::pattern).noneMatch(HELP::contains)
                && (arguments.isEmpty()
                        || !NO_BUILD.contains(arguments.getFirst().pattern()));
    }

    Arguments arguments(Command.Simple command) {
        return new Arguments(command.words()
                .subList(executor(command.words()) + 1, command.words().size()));
    }

    /** Index of the word that names the executor, or -1. */
    private int executor(List<Word> words) {
        int index = 0;
        while (index < words.size() && isPrefix(words, index)) {
            index++;
        }
        return index < words.size()
                        && words.get(index).literal().filter(this::isExecutor).isPresent()
                ? index
                : -1;
    }

    private static boolean isPrefix(List<Word> words, int index) {
        String word = words.get(index).pattern();
        return PREFIXES.contains(word) || (index > 0 && word.matches("[A-Za-z_][A-Za-z0-9_]*=.*"));
    }

    private boolean isExecutor(String word) {
        return word.endsWith("/kaniko/executor") || (word.equals("executor") && kanikoImage);
    }
}
