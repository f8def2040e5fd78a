package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import io.kanilint.shell.Value;
import io.kanilint.shell.Watch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which commands run the executor, by what is run.
 *
 * <p>{@code /kaniko/executor} is one wherever it is written, and so is a copy of it. Another program of its name, found on
 * the PATH or elsewhere, is one in an image that holds Kaniko, or if it is given the words that Kaniko takes. A program
 * that is not known is one only if both hold: in other images it may as well be {@code docker run}. Commands that remove
 * files are watched too, since they may clean up between two builds, and copies are remembered as they are met.
 */
final class ExecutorCalls implements Watch {
    private static final String PATH = "/kaniko/executor";
    private static final Set<String> NAMES = Set.of("executor", "kaniko", "kaniko-executor");

    private final boolean official;
    private final boolean kanikoImage;
    private final ExecutorCopies copies = new ExecutorCopies();

    /** @param image its name, as far as known */
    ExecutorCalls(Optional<String> image) {
        this.official = image.filter(name -> Executor.of(name).family() != Family.UNKNOWN)
                .isPresent();
        this.kanikoImage = official
                || image.filter(name -> Spelling.plain(name).contains("kaniko")).isPresent();
    }

    @Override
    public boolean watches(List<Field> words) {
        copies.note(words);
        return arguments(words).isPresent() || !(Removal.of(words) instanceof Removal.Nothing);
    }

    /** What the executor is given, if these words run it. */
    Optional<List<Field>> arguments(List<Field> words) {
        Field program = words.getFirst();
        List<Field> rest = words.subList(1, words.size());
        String end = knownEnd(program.value());
        if (end.endsWith(PATH) || program.known().filter(this::isCopy).isPresent() || isNamed(program, end, rest)) {
            return Optional.of(rest);
        }
        // $PREFIX /kaniko/executor: the prefix may well be empty
        boolean prefixed = kanikoImage && program.many() && end.isEmpty() && !rest.isEmpty();
        if (prefixed && rest.getFirst().known().filter(PATH::equals).isPresent()) {
            return Optional.of(rest.subList(1, rest.size()));
        }
        boolean unknown =
                kanikoImage && end.isEmpty() && program.value().pieces().size() == 1;
        return unknown && speaksKaniko(rest) ? Optional.of(rest) : Optional.empty();
    }

    private boolean isCopy(String program) {
        return copies.contains(program);
    }

    private boolean isNamed(Field program, String end, List<Field> rest) {
        int slash = end.lastIndexOf('/');
        String name = end.substring(slash + 1);
        if (!NAMES.contains(name) || (slash < 0 && !program.value().isKnown())) {
            return false;
        }
        // a relative path names a file of the project, unless the script has gone to where the executor lies
        boolean relative = slash >= 0 && program.value().isKnown() && !end.startsWith("/");
        if (relative && !name.equals("executor")) {
            return false;
        }
        return official || (kanikoImage && startsWithFlag(rest)) || speaksKaniko(rest);
    }

    /** Unlike {@code kaniko build}, the call of a wrapper that a home-made image has for the executor. */
    private static boolean startsWithFlag(List<Field> arguments) {
        return arguments.isEmpty() || !arguments.getFirst().known().orElse("-").matches("\\w.*");
    }

    /** Whether there are words for where from and where to. */
    private static boolean speaksKaniko(List<Field> arguments) {
        return names(arguments, "--context", "--dockerfile", "-c", "-f")
                && names(arguments, "--destination", "--no-push", "-d");
    }

    private static boolean names(List<Field> arguments, String... flags) {
        return arguments.stream()
                .map(argument -> argument.value().knownStart().split("=", 2)[0])
                .anyMatch(List.of(flags)::contains);
    }

    /** The known text after the last unknown stretch. */
    private static String knownEnd(Value value) {
        return !value.pieces().isEmpty() && value.pieces().getLast() instanceof Value.Text(String text) ? text : "";
    }
}
