package io.kanilint.fix;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a variable for what it says. */
final class VariableNaming {
    private static final Map<String, String> FLAGS = Map.of(
            "--context", "CONTEXT",
            "-c", "CONTEXT",
            "--dockerfile", "DOCKERFILE",
            "-f", "DOCKERFILE",
            "--destination", "IMAGE",
            "-d", "IMAGE",
            "--target", "TARGET");

    private static final Pattern ARGUMENT = Pattern.compile("--build-arg=['\"]?(\\w+)=.*");

    /**
     * A place in which it stands.
     *
     * @param flag the flag with its value
     */
    record Use(String flag, WordPattern pattern) {}

    private VariableNaming() {}

    /**
     * A name in capitals.
     *
     * @param number which of the variables it is; the first stands for the image where nothing tells what it is
     * @param alone whether there is no other
     */
    static String of(List<Use> all, int number, boolean alone) {
        List<Use> uses = all.stream().filter(use -> use.pattern.has(number)).toList();
        for (Use use : uses) {
            Matcher argument = ARGUMENT.matcher(use.flag);
            if (argument.matches() && use.pattern.hasAfter(argument.group(1) + "=", number)) {
                return argument.group(1).toUpperCase(Locale.ROOT);
            }
        }
        String unknown = number == 0 ? "IMAGE" : "VALUE";
        Set<String> names = new HashSet<>();
        uses.forEach(use -> names.add(FLAGS.getOrDefault(use.flag.replaceFirst("=.*", ""), unknown)));
        if (names.equals(Set.of("IMAGE")) && uses.stream().allMatch(use -> use.pattern.isTag(number))) {
            return "TAG";
        }
        if (names.size() == 1 && (!alone || names.contains("TARGET"))) {
            return names.iterator().next();
        }
        return names.contains("TARGET") && !names.contains("CONTEXT") ? "TARGET" : "IMAGE";
    }
}
