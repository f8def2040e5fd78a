package io.kanilint.shell;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The backslashes of {@code $'…'}, as Bash's manual lists them. */
final class AnsiEscapes {
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|c(.)|(.))",
            Pattern.DOTALL);

    private AnsiEscapes() {}

    /** The text; empty where it is no text, such as half a character in UTF-8. */
    static Optional<String> decode(String quoted) {
        if (quoted.indexOf('\\') < 0) {
            return Optional.of(quoted);
        }
        try {
            return Optional.of(ESCAPE.matcher(quoted).replaceAll(found -> Matcher.quoteReplacement(character(found))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String character(MatchResult escape) {
        if (escape.group(1) != null) {
            return ascii(Integer.parseInt(escape.group(1), 8));
        }
        if (escape.group(2) != null) {
            return ascii(Integer.parseInt(escape.group(2), 16));
        }
        if (escape.group(3) != null) {
            return Character.toString(Integer.parseInt(escape.group(3), 16));
        }
        if (escape.group(4) != null) {
            return Character.toString(Integer.parseUnsignedInt(escape.group(4), 16));
        }
        if (escape.group(5) != null) {
            return ascii(escape.group(5).charAt(0) & 0x1f);
        }
        return switch (escape.group(6)) {
            case "a" -> "\u0007";
            case "b" -> "\b";
            case "e", "E" -> "\u001b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "v" -> "\u000b";
            case "\\", "'", "\"", "?" -> escape.group(6);
            default -> escape.group();
        };
    }

    private static String ascii(int code) {
        if (code == 0 || code > 127) {
            throw new IllegalArgumentException("a byte, no character");
        }
        return Character.toString(code);
    }
}
