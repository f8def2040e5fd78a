package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code IFS}: where the shell takes texts apart. Blanks among its characters count as one separator together, others part
 * fields each.
 */
record Separators(String characters) {
    static final String NAME = "IFS";
    static final Separators USUAL = new Separators(" \t\n");

    /** Those in force; empty if they are not known. A shell does not take them from its environment. */
    static Optional<Separators> of(Env env) {
        Optional<Value> value = env.variables().get(NAME);
        if (value == null || value.isEmpty()) {
            return Optional.of(USUAL);
        }
        return value.get().known().map(Separators::new);
    }

    /** The variable's value. */
    static Value value(Env env) {
        Optional<Value> value = env.variables().get(NAME);
        return value == null ? Value.of(USUAL.characters) : value.orElse(Value.EMPTY);
    }

    boolean isBlank(char c) {
        return (c == ' ' || c == '\t' || c == '\n') && parts(c);
    }

    boolean parts(char c) {
        return characters.indexOf(c) >= 0;
    }

    /** What stands between words that are joined. */
    String joint() {
        return characters.isEmpty() ? "" : characters.substring(0, 1);
    }

    /** The fields of a line, as {@code read} gives them to so many variables: the last gets the rest. */
    List<String> fields(String line, int most) {
        var fields = new ArrayList<String>();
        int at = skipBlanks(line, 0);
        while (fields.size() < most - 1 && at < line.length()) {
            int end = at;
            while (end < line.length() && !parts(line.charAt(end))) {
                end++;
            }
            fields.add(line.substring(at, end));
            at = skipBlanks(line, end);
            if (at < line.length() && parts(line.charAt(at))) {
                at = skipBlanks(line, at + 1);
            }
        }
        fields.add(rest(line.substring(Math.min(at, line.length()))));
        while (fields.size() < most) {
            fields.add("");
        }
        return fields;
    }

    private int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private String rest(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        // A single separator at the very end only ends the field before it.
        boolean alone = end > 0
                && parts(text.charAt(end - 1))
                && text.chars().limit(end - 1).noneMatch(c -> parts((char) c));
        return text.substring(0, alone ? end - 1 : end);
    }
}
