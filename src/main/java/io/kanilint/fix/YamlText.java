package io.kanilint.fix;

import io.kanilint.yaml.YamlScalar;
import java.util.regex.Pattern;

/** Names as they can be written in YAML. */
final class YamlText {
    /** What can stand without quotes wherever a name can stand, in a list in brackets too. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}_.][\\p{L}\\p{N}_./ +@-]*(?::[\\p{L}\\p{N}_./+@-]++)*+");

    private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|\\.nan|\\.inf");

    private YamlText() {}

    /** A name in the place of another, quoted as that was, or in any case where it has to be. */
    static String inPlaceOf(YamlScalar old, String name) {
        return switch (old.style()) {
            case DOUBLE_QUOTED -> '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case SINGLE_QUOTED -> singleQuoted(name);
            case PLAIN, LITERAL, FOLDED -> of(name);
        };
    }

    /** A name, in quotes only where it needs them. */
    static String of(String name) {
        boolean plain = PLAIN.matcher(name).matches()
                && !name.endsWith(" ")
                && !WORD_OF_YAML.matcher(name).matches();
        return plain ? name : singleQuoted(name);
    }

    private static String singleQuoted(String name) {
        return "'" + name.replace("'", "''") + "'";
    }
}
