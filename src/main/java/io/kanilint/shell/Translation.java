package io.kanilint.shell;

import java.util.Optional;

/** {@code tr}: puts characters in the place of others. */
final class Translation {
    private Translation() {}

    /** What becomes of the input; empty if that is not worked out. */
    static Optional<Value> of(Invocation invocation, Value input) {
        boolean deletes = invocation.word(1).equals("-d");
        Optional<String> from = characters(invocation.word(deletes ? 2 : 1));
        Optional<String> to = deletes ? Optional.of("") : characters(invocation.word(2));
        Optional<String> text = input.known();
        if (from.isEmpty()
                || to.isEmpty()
                || text.isEmpty()
                || (!deletes && to.get().isEmpty())) {
            return Optional.empty();
        }
        var result = new StringBuilder();
        for (char c : text.get().toCharArray()) {
            int place = from.get().lastIndexOf(c);
            if (place < 0) {
                result.append(c);
            } else if (!deletes) {
                result.append(to.get().charAt(Math.min(place, to.get().length() - 1)));
            }
        }
        return Optional.of(Value.of(result.toString()));
    }

    /** The characters of a set; classes are not worked out. */
    private static Optional<String> characters(String set) {
        if (set.isEmpty() || set.startsWith("-") || set.contains("[")) {
            return Optional.empty();
        }
        var characters = new StringBuilder();
        for (int i = 0; i < set.length(); i++) {
            char c = set.charAt(i);
            if (c == '\\') {
                char next = ++i < set.length() ? set.charAt(i) : '?';
                int known = "nt\\".indexOf(next);
                if (known < 0) {
                    return Optional.empty();
                }
                characters.append("\n\t\\".charAt(known));
            } else if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                for (char each = c; each <= set.charAt(i + 2); each++) {
                    characters.append(each);
                }
                i += 2;
            } else {
                characters.append(c);
            }
        }
        return Optional.of(characters.toString());
    }
}
