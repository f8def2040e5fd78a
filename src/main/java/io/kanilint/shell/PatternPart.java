package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** A part of a pattern of text. */
sealed interface PatternPart {

    /** Whether a character can stand for this part; for a star, for one character of its many. */
    boolean takes(char c);

    record Star() implements PatternPart {
        @Override
        public boolean takes(char c) {
            return true;
        }
    }

    record Any() implements PatternPart {
        @Override
        public boolean takes(char c) {
            return true;
        }
    }

    record One(char character) implements PatternPart {
        @Override
        public boolean takes(char c) {
            return c == character;
        }
    }

    /** {@code […]}. */
    record OneOf(List<IntPredicate> members, boolean negated) implements PatternPart {
        public OneOf {
            members = List.copyOf(members);
        }

        @Override
        public boolean takes(char c) {
            return members.stream().anyMatch(member -> member.test(c)) != negated;
        }
    }

    /** The classes of ASCII characters that POSIX names. */
    Map<String, IntPredicate> CLASSES = Map.of(
            "alpha", c -> isLetter(c),
            "digit", c -> c >= '0' && c <= '9',
            "alnum", c -> isLetter(c) || (c >= '0' && c <= '9'),
            "upper", c -> c >= 'A' && c <= 'Z',
            "lower", c -> c >= 'a' && c <= 'z',
            "space", c -> c == ' ' || (c >= '\t' && c <= '\r'),
            "blank", c -> c == ' ' || c == '\t',
            "punct", c -> c > ' ' && c < 127 && !isLetter(c) && !(c >= '0' && c <= '9'),
            "xdigit", c -> Character.digit(c, 16) >= 0 && c < 128);

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** The parts of a pattern; empty if it names a class of characters that is not known. */
    static Optional<List<PatternPart>> parse(String glob) {
        var parts = new ArrayList<PatternPart>();
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            int close = c == '[' ? closing(glob, at) : -1;
            if (c == '\\' && at + 1 < glob.length()) {
                parts.add(new One(glob.charAt(at + 1)));
                at += 2;
            } else if (close > 0) {
                Optional<OneOf> set = set(glob.substring(at + 1, close));
                if (set.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(set.get());
                at = close + 1;
            } else {
                // Stars next to each other are one.
                if (c != '*' || parts.isEmpty() || !(parts.getLast() instanceof Star)) {
                    parts.add(c == '*' ? new Star() : c == '?' ? new Any() : new One(c));
                }
                at++;
            }
        }
        return Optional.of(List.copyOf(parts));
    }

    /** Where a set ends; a bracket that comes first in it is a member. -1 if it has no end. */
    private static int closing(String glob, int open) {
        int at = open + 1;
        at += at < glob.length() && (glob.charAt(at) == '!' || glob.charAt(at) == '^') ? 1 : 0;
        at += at < glob.length() && glob.charAt(at) == ']' ? 1 : 0;
        while (at < glob.length() && glob.charAt(at) != ']') {
            int end = glob.startsWith("[:", at) ? glob.indexOf(":]", at + 2) : -1;
            at = end > 0 ? end + 2 : glob.charAt(at) == '\\' ? at + 2 : at + 1;
        }
        return at < glob.length() ? at : -1;
    }

    private static Optional<OneOf> set(String inside) {
        boolean negated = inside.startsWith("!") || inside.startsWith("^");
        var members = new ArrayList<IntPredicate>();
        int at = negated ? 1 : 0;
        while (at < inside.length()) {
            if (inside.startsWith("[:", at) && inside.indexOf(":]", at) > 0) {
                int end = inside.indexOf(":]", at);
                IntPredicate named = CLASSES.get(inside.substring(at + 2, end));
                if (named == null) {
                    return Optional.empty();
                }
                members.add(named);
                at = end + 2;
                continue;
            }
            at += inside.charAt(at) == '\\' && at + 1 < inside.length() ? 1 : 0;
            char low = inside.charAt(at);
            boolean range = at + 2 < inside.length() && inside.charAt(at + 1) == '-';
            char high = range ? inside.charAt(at + 2) : low;
            members.add(c -> c >= low && c <= high);
            at += range ? 3 : 1;
        }
        return Optional.of(new OneOf(members, negated));
    }
}
