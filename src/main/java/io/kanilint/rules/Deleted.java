package io.kanilint.rules;

import io.kanilint.shell.Command;
import io.kanilint.shell.Redirection;
import io.kanilint.shell.Value;
import io.kanilint.shell.Word;
import io.kanilint.text.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a command uses that {@code --cleanup} has deleted: it keeps kaniko's own folder, mounts, and some folders such as
 * {@code /tmp}, emptied (measured with upstream 1.24.0).
 *
 * @param before the script's text up to the cleaned build
 * @param between the text from there to the command, the build itself included
 */
record Deleted(ProjectPaths paths, String before, String between) {
    private static final Pattern PROGRAM = Pattern.compile("/(bin|sbin|usr|lib|opt|root|home|workspace|srv)/.+");
    private static final Pattern FOLDER = Pattern.compile("/(root|home|workspace|opt|usr|srv)(/.*)?");
    private static final Pattern FILE = Pattern.compile("(/tmp|/root|/workspace|~)/.+");
    private static final Pattern SHEBANG = Pattern.compile("#! *(/\\S+)");
    private static final String PROJECT = "${CI_PROJECT_DIR}/";

    private static final Set<String> READERS = Set.of(
            "cat", ".", "source", "sh", "bash", "head", "tail", "grep", "jq", "base64", "wc", "tar", "sha256sum");
    private static final Set<String> MOVERS = Set.of("cp", "mv");

    /**
     * A use.
     *
     * @param name of what is gone
     * @param how more about it, for a message; may be empty
     * @param remedy what to do instead
     */
    record Use(Word word, String name, String how, String remedy) {
        Use(Word word, String name) {
            this(word, name, "", "Keep what is needed later below `$CI_PROJECT_DIR`");
        }
    }

    Optional<Use> in(Command.Simple command) {
        return Stream.of(program(command), script(command), folder(command), file(command), output(command))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Use> program(Command.Simple command) {
        boolean installs = between.contains("/bin") || between.contains("--install");
        return command.name()
                .filter(name -> !installs && PROGRAM.matcher(name).matches())
                .map(name -> new Use(command.words().getFirst(), name, "", remedy(name, "")));
    }

    /** A script of the project that asks for a shell by its path. */
    private Optional<Use> script(Command.Simple command) {
        boolean installs = between.contains("/bin") || between.contains("--install");
        if (command.words().isEmpty() || installs) {
            return Optional.empty();
        }
        Word word = command.words().getFirst();
        String name = word.pattern();
        Value value = name.startsWith(PROJECT)
                ? Value.unknown("CI_PROJECT_DIR").plus(Value.of(name.substring(PROJECT.length() - 1)))
                : Value.of(name);
        return paths.path(value)
                .filter(_ -> name.contains("/") && (name.startsWith(PROJECT) || !name.contains("$")))
                .flatMap(paths::read)
                .flatMap(Deleted::interpreter)
                .map(shell -> new Use(
                        word, shell, ", which '%s' asks for in its first line,".formatted(name), remedy(shell, name)));
    }

    private static String remedy(String program, String script) {
        return program.endsWith("/sh")
                ? "Call `%s`, which the Kaniko image finds in `/busybox`".formatted(("sh " + script).strip())
                : "Do it before the build or in another job";
    }

    private static Optional<String> interpreter(Source script) {
        Matcher shebang = SHEBANG.matcher(script.text());
        return shebang.lookingAt() && PROGRAM.matcher(shebang.group(1)).matches()
                ? Optional.of(shebang.group(1))
                : Optional.empty();
    }

    private Optional<Use> folder(Command.Simple command) {
        boolean goes = command.name().filter("cd"::equals).isPresent()
                && command.words().size() == 2
                && !between.contains("mkdir");
        return goes ? gone(command.words().getLast(), FOLDER) : Optional.empty();
    }

    /** A file that was there before, and that nothing has written since. */
    private Optional<Use> file(Command.Simple command) {
        String name = command.name().orElse("");
        int operands = command.words().size() - (MOVERS.contains(name) ? 1 : 0);
        Stream<Word> read = READERS.contains(name) || MOVERS.contains(name)
                ? command.words().subList(0, operands).stream().skip(1)
                : Stream.of();
        Stream<Word> redirected = command.redirections().stream()
                .filter(redirection -> redirection.operator().equals("<"))
                .map(Redirection::target);
        return Stream.concat(read, redirected)
                .flatMap(word -> gone(word, FILE).stream())
                .filter(use -> before.contains(use.name) && !between.contains(use.name))
                .findFirst();
    }

    private Optional<Use> output(Command.Simple command) {
        List<Redirection> redirections = command.redirections();
        return redirections.stream()
                .filter(redirection -> redirection.operator().equals(">") && !between.contains("mkdir"))
                .flatMap(redirection -> gone(redirection.target(), FOLDER).stream())
                .map(use -> new Use(use.word, use.name.replaceFirst("/[^/]*$", "")))
                .findFirst();
    }

    private static Optional<Use> gone(Word word, Pattern where) {
        return word.literal().filter(path -> where.matcher(path).matches()).map(path -> new Use(word, path));
    }
}
