package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import io.kanilint.shell.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Command lines for tests, parted at blanks: {@code $NAME} is an unknown stretch, and where a word outside of double
 * quotes consists of it, or is a pattern of file names, that word may stand for many.
 */
final class Words {
    private static final Pattern PIECE = Pattern.compile("\\$(\\w+)|[^$]+|\\$");

    private Words() {}

    static List<Field> of(String line) {
        return line.isBlank()
                ? List.of()
                : Arrays.stream(line.strip().split(" +")).map(Words::field).toList();
    }

    private static Field field(String word) {
        boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
        String text = quoted ? word.substring(1, word.length() - 1) : word;
        var value = Value.EMPTY;
        for (Matcher piece = PIECE.matcher(text); piece.find(); ) {
            String name = piece.group(1);
            value = value.plus(name == null ? Value.of(piece.group()) : Value.unknown(name));
        }
        return new Field(value, !quoted && (text.matches("(\\$\\w+)+") || text.matches(".*[*?\\[].*")));
    }

    static KanikoArguments parse(String line) {
        return parse(line, "osscontainertools/kaniko:debug", Map.of());
    }

    /** @param variables those of the job; {@code ?} for one whose value is not known */
    static KanikoArguments parse(String line, String image, Map<String, String> variables) {
        var executor = Executor.of(image);
        var environment = new HashMap<>(executor.environment());
        variables.forEach(
                (name, value) -> environment.put(name, value.equals("?") ? Value.unknown(name) : Value.of(value)));
        return KanikoArguments.parse(of(line), name -> Optional.ofNullable(environment.get(name)), executor);
    }
}
