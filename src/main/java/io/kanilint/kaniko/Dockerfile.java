package io.kanilint.kaniko;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile as BuildKit's parser, which kaniko uses, takes it apart. Lines are joined where they are continued, comments
 * and blank lines among them left out.
 *
 * @param head what stands before the first stage
 */
public record Dockerfile(List<Instruction> head, List<Stage> stages) {
    /** In characters. A longer one is not read. */
    private static final int LONGEST = 1 << 16;

    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(\\S.*)");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)})");
    private static final Set<String> WITH_TEXTS = Set.of("RUN", "COPY", "ADD", "ONBUILD");

    /**
     * One instruction.
     *
     * @param keyword in capitals
     * @param flags the words with two hyphens before its arguments
     */
    public record Instruction(String keyword, List<String> flags, String arguments) {
        public Instruction {
            flags = List.copyOf(flags);
        }

        /** The arguments parted by blanks, quotes and all. */
        public List<String> words() {
            return arguments.isEmpty() ? List.of() : List.of(arguments.split("\\s+"));
        }
    }

    /**
     * What one {@code FROM} begins.
     *
     * @param from the image or stage as written
     * @param flags those of its {@code FROM}
     * @param name in small letters; empty if it has none
     */
    public record Stage(String from, List<String> flags, String name, List<Instruction> instructions) {
        public Stage {
            flags = List.copyOf(flags);
            instructions = List.copyOf(instructions);
        }
    }

    public Dockerfile {
        head = List.copyOf(head);
        stages = List.copyOf(stages);
    }

    /** Empty if it is too long, or holds what is not read here: another escape character, or texts inside of it. */
    public static Optional<Dockerfile> of(String text) {
        List<String> lines = text.length() > LONGEST
                ? List.of()
                : Arrays.stream(text.replaceFirst("^\uFEFF", "").split("\n", -1))
                        .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                        .toList();
        return hasOtherEscape(lines) ? Optional.empty() : of(instructions(lines));
    }

    /** Directives stand before everything else. */
    private static boolean hasOtherEscape(List<String> lines) {
        for (String line : lines) {
            Matcher directive = DIRECTIVE.matcher(line.strip());
            if (!directive.matches()) {
                return false;
            }
            if (directive.group(1).equalsIgnoreCase("escape")
                    && !directive.group(2).equals("\\")) {
                return true;
            }
        }
        return false;
    }

    private static List<Instruction> instructions(List<String> lines) {
        var instructions = new ArrayList<Instruction>();
        var open = new StringBuilder();
        for (String line : lines) {
            String start = line.stripLeading();
            if (start.isEmpty() || start.startsWith("#")) {
                continue;
            }
            String end = line.replaceFirst("[ \\t]{1,1000}$", "");
            boolean continued = end.endsWith("\\") && !end.endsWith("\\\\");
            open.append(continued ? end.substring(0, end.length() - 1) : line);
            if (!continued) {
                instructions.add(instruction(open.toString().strip()));
                open.setLength(0);
            }
        }
        if (!open.toString().isBlank()) {
            instructions.add(instruction(open.toString().strip()));
        }
        return instructions;
    }

    private static Instruction instruction(String line) {
        String[] parts = line.split("\\s+", 2);
        String rest = parts.length == 1 ? "" : parts[1];
        var flags = new ArrayList<String>();
        while (rest.startsWith("--")) {
            String[] flag = rest.split("\\s+", 2);
            flags.add(flag[0]);
            rest = flag.length == 1 ? "" : flag[1];
        }
        return new Instruction(parts[0].toUpperCase(Locale.ROOT), flags, rest);
    }

    private static Optional<Dockerfile> of(List<Instruction> instructions) {
        var head = new ArrayList<Instruction>();
        var stages = new ArrayList<Stage>();
        var inside = head;
        for (Instruction instruction : instructions) {
            List<String> words = instruction.words();
            if (WITH_TEXTS.contains(instruction.keyword) && instruction.arguments.contains("<<")) {
                return Optional.empty();
            }
            if (!instruction.keyword.equals("FROM")) {
                inside.add(instruction);
            } else if (words.size() == 1 || (words.size() == 3 && words.get(1).equalsIgnoreCase("as"))) {
                end(stages, inside);
                inside = new ArrayList<>();
                String name = words.size() == 1 ? "" : words.get(2).toLowerCase(Locale.ROOT);
                stages.add(new Stage(words.getFirst(), instruction.flags, name, List.of()));
            } else {
                return Optional.empty();
            }
        }
        end(stages, inside);
        return stages.isEmpty() ? Optional.empty() : Optional.of(new Dockerfile(head, stages));
    }

    private static void end(List<Stage> stages, List<Instruction> instructions) {
        if (!stages.isEmpty()) {
            Stage stage = stages.removeLast();
            stages.add(new Stage(stage.from, stage.flags, stage.name, instructions));
        }
    }

    /**
     * The stages that are built for a target.
     *
     * @param target its name or number; the last stage if empty
     * @return empty if there is no such stage
     */
    public Optional<List<Stage>> upTo(Optional<String> target) {
        if (target.isEmpty()) {
            return Optional.of(stages);
        }
        String wanted = target.get().toLowerCase(Locale.ROOT);
        for (int i = 0; i < stages.size(); i++) {
            if (wanted.equals(stages.get(i).name) || wanted.equals(String.valueOf(i))) {
                return Optional.of(stages.subList(0, i + 1));
            }
        }
        return Optional.empty();
    }

    /**
     * The image that a stage starts from; empty if that is another stage, or not known.
     *
     * @param given the build arguments, by name; a value with a {@code $} in it is one that is not known
     */
    public Optional<String> base(Stage stage, Map<String, String> given) {
        String image = VARIABLE.matcher(stage.from)
                .replaceAll(found -> Matcher.quoteReplacement(
                        value(found.group(1) == null ? found.group(2) : found.group(1), given)));
        boolean isStage = stages.stream().anyMatch(other -> other.name.equalsIgnoreCase(image));
        return image.matches("[A-Za-z0-9@._/:+-]{1,200}") && !isStage && !image.matches("\\d+")
                ? Optional.of(image)
                : Optional.empty();
    }

    /** Of an argument that is declared before the first stage. */
    private String value(String name, Map<String, String> given) {
        String unknown = "$";
        for (Instruction instruction : head.reversed()) {
            String written = instruction.arguments;
            if (instruction.keyword.equals("ARG") && written.matches("\\w+(=[\\w.-]*)?")) {
                String[] parts = written.split("=", 2);
                if (parts[0].equals(name)) {
                    return given.getOrDefault(name, parts.length == 1 ? unknown : parts[1]);
                }
            } else if (instruction.keyword.equals("ARG") && written.contains(name)) {
                return unknown;
            }
        }
        return unknown;
    }
}
