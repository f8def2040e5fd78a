package io.kanilint.fix;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shell word, as written, with gaps for variables in the places in which several words differ.
 *
 * @param text the word; a gap is the character whose code is the number of the variable
 */
record WordPattern(String text) {
    /** How many variables there can be. */
    static final int MOST_VARIABLES = 4;

    private static final Pattern UNQUOTED = Pattern.compile("(--?[\\w-]+=|\\w+=)?([\\w.,:@%+/=\\x00-\\x03-]+)");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("(--?[\\w-]+=|\\w+=)?'([^'\"$`\\\\!]*)'");

    /** The word with gaps for a value that is no part of a longer name and no variable's name there. */
    static String holed(String word, String value, int variable) {
        String left = isNameCharacter(value.charAt(0)) ? "(?<![A-Za-z0-9$])(?<!\\$\\{)" : "(?<!\\$)";
        String right = isNameCharacter(value.charAt(value.length() - 1)) ? "(?![A-Za-z0-9])" : "";
        return Pattern.compile(left + Pattern.quote(value) + right)
                .matcher(word)
                .replaceAll(String.valueOf((char) variable));
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** Whether a variable is put in, and what it stands for is the tag of an image. */
    boolean isTag(int variable) {
        return text.contains(":" + (char) variable) && !text.contains("/" + (char) variable);
    }

    boolean hasAfter(String start, int variable) {
        return text.contains(start + (char) variable);
    }

    boolean has(int variable) {
        return text.indexOf(variable) >= 0;
    }

    /** The word with variables in its gaps, so that the shell puts their values there. */
    String with(List<String> variables) {
        Matcher unquoted = UNQUOTED.matcher(text);
        if (unquoted.matches()) {
            return start(unquoted) + '"' + filled(unquoted.group(2), variables) + '"';
        }
        Matcher quoted = SINGLE_QUOTED.matcher(text);
        if (quoted.matches()) {
            return start(quoted) + '"' + filled(quoted.group(2), variables) + '"';
        }
        return filled(text, variables);
    }

    private static String start(Matcher word) {
        return word.group(1) == null ? "" : word.group(1);
    }

    private static String filled(String pattern, List<String> variables) {
        boolean braces = pattern.contains("${");
        var filled = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c < MOST_VARIABLES) {
                String variable = variables.get(c);
                char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
                boolean joined = Character.isLetterOrDigit(next) || next == '_' || next == '[';
                String reference = braces || joined ? "${" + variable + "}" : "$" + variable;
                if (quote == '\'' && next == '\'') {
                    filled.append("'\"").append(reference).append('"');
                    quote = 0;
                    i++;
                } else {
                    filled.append(quote == '\'' ? "'\"" + reference + "\"'" : reference);
                }
                continue;
            }
            filled.append(c);
            if (c == '\\' && quote != '\'' && i + 1 < pattern.length()) {
                filled.append(pattern.charAt(++i));
            } else if ((c == '"' || c == '\'') && (quote == 0 || quote == c)) {
                quote = quote == 0 ? c : 0;
            }
        }
        return filled.toString();
    }
}
