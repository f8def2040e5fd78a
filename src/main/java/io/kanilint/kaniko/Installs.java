package io.kanilint.kaniko;

import io.kanilint.kaniko.Dockerfile.Instruction;
import io.kanilint.kaniko.Dockerfile.Stage;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.ShellParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the steps of a stage certainly install with one package manager, into the place where it installs by default.
 *
 * @param packages each as it is written, by its name
 * @param lists files of the build's context that list more, such as {@code requirements.txt}; only those that the stage
 *     copies by their names
 */
public record Installs(PackageManager manager, Map<String, String> packages, List<String> lists) {
    /** Python has many ways to install to another place. */
    private static final Pattern OTHER_PLACE =
            Pattern.compile("venv|virtualenv|activate|conda|pyenv|PIP_|PYTHONUSERBASE|\\bPATH=|\\brm\\b[^;&|]*python");

    private static final Pattern OTHER_PLACES = Pattern.compile("\\b(?:PATH|VIRTUAL_ENV|PYTHON(?:PATH|HOME|USERBASE)"
            + "|PIP_(?!NO_CACHE_DIR|DISABLE_PIP_VERSION_CHECK|DEFAULT_TIMEOUT|ROOT_USER_ACTION|NO_INPUT)\\w+)\\b");

    public Installs {
        lists = List.copyOf(lists);
    }

    /** Of those that follow one another to the end of a stage; empty if there are none, or if it cannot be told. */
    public static Optional<Installs> of(Stage stage, PackageManager manager) {
        var packages = new LinkedHashMap<String, String>();
        var lists = new ArrayList<String>();
        boolean any = false;
        for (int i = 0; i < stage.instructions().size(); i++) {
            Instruction step = stage.instructions().get(i);
            if (isDoubtful(step, manager)) {
                return Optional.empty();
            }
            if (step.keyword().equals("USER") && !step.arguments().matches("(root|0)(:.*)?")) {
                break;
            }
            if (!step.keyword().equals("RUN") || step.arguments().startsWith("[")) {
                continue;
            }
            Command.Sequence script = ShellParser.parse(step.arguments());
            if (Commands.simple(script).anyMatch(manager::removes)) {
                return Optional.empty();
            }
            List<Instruction> before = stage.instructions().subList(0, i);
            for (PackageManager.Named named : certain(script)
                    .flatMap(one -> manager.installs(one).stream())
                    .toList()) {
                any = true;
                named.packages().forEach(written -> packages.merge(manager.name(written), written, Installs::same));
                named.lists().forEach(list -> copied(before, list).ifPresent(lists::add));
            }
        }
        packages.values().removeIf(String::isEmpty);
        return any ? Optional.of(new Installs(manager, packages, lists)) : Optional.empty();
    }

    private static String same(String one, String other) {
        return one.equals(other) ? one : "";
    }

    private static boolean isDoubtful(Instruction step, PackageManager manager) {
        boolean python = manager == PackageManager.PIP;
        return switch (step.keyword()) {
            case "SHELL" -> true;
            case "RUN" -> python && OTHER_PLACE.matcher(step.arguments()).find();
            case "ENV", "ARG" ->
                python && OTHER_PLACES.matcher(step.arguments()).find();
            default -> false;
        };
    }

    /** The commands that are run if the step succeeds, which it did. */
    private static Stream<Command.Simple> certain(Command command) {
        return switch (command) {
            case Command.Sequence sequence ->
                sequence.items().stream().allMatch(item -> !item.background())
                        ? sequence.items().stream().flatMap(item -> certain(item.command()))
                        : Stream.of();
            case Command.AndOr(Command left, boolean and, Command right) ->
                and ? Stream.concat(certain(left), certain(right)) : Stream.of();
            case Command.Simple simple -> Stream.of(simple);
            default -> Stream.of();
        };
    }

    /** Where a file comes from that is installed from: the one copied file of that name. */
    private static Optional<String> copied(List<Instruction> before, String list) {
        String name = list.substring(list.lastIndexOf('/') + 1);
        List<String> sources = before.stream()
                .filter(step -> step.keyword().equals("COPY") || step.keyword().equals("ADD"))
                .filter(step -> step.flags().stream().noneMatch(flag -> flag.startsWith("--from")))
                .filter(step -> !step.arguments().startsWith("["))
                .flatMap(step ->
                        step.words().stream().limit(Math.max(0, step.words().size() - 1)))
                .filter(source -> source.substring(source.lastIndexOf('/') + 1).equals(name))
                .toList();
        return sources.size() == 1 && sources.getFirst().matches("[A-Za-z0-9._/-]+")
                ? Optional.of(sources.getFirst())
                : Optional.empty();
    }
}
