package io.kanilint.kaniko;

import io.kanilint.shell.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/** A path in which parts may be patterns of the shell, one for each part between slashes. */
record PathPattern(List<Pattern> parts) {

    /**
     * From an argument, all of whose text is known.
     *
     * @param many whether it stands for many: then its text is a pattern of file names
     */
    static PathPattern of(Value argument, boolean many) {
        String text = argument.pattern();
        return new PathPattern(parts(many ? text : quoted(text)).stream()
                .map(PathPattern::glob)
                .toList());
    }

    /** Whether the pattern names a path. */
    boolean matches(List<String> path) {
        return path.size() == parts.size()
                && IntStream.range(0, path.size())
                        .allMatch(i -> parts.get(i).matcher(path.get(i)).matches());
    }

    /** The names along a path, without empty ones and those that stay in place. */
    static List<String> parts(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    private static String quoted(String text) {
        return text.replaceAll("[\\\\*?\\[\\]]", "\\\\$0");
    }

    /** A pattern for one name: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a-z]}; a leading dot must be written. */
    static Pattern glob(String glob) {
        return compiled(glob, "*?[".indexOf(glob.isEmpty() ? 'x' : glob.charAt(0)) >= 0 ? "(?!\\.)" : "");
    }

    /** The same where slashes and leading dots are letters like others, as in {@code find -name}. */
    static Pattern looseGlob(String glob) {
        return compiled(glob, "");
    }

    /** A star takes as little as it can and never gives it back, which suffices for all but the last. */
    private static Pattern compiled(String written, String before) {
        String[] stretches = stretches(written.replace("[:digit:]", "0-9"));
        var regex = new StringBuilder(before).append(stretches[0]);
        for (int i = 1; i < stretches.length - 1; i++) {
            regex.append("(?>.*?").append(stretches[i]).append(')');
        }
        if (stretches.length > 1) {
            regex.append(".*").append(stretches[stretches.length - 1]);
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(written));
        }
    }

    /** What stands between the stars, as regular expressions. */
    private static String[] stretches(String glob) {
        var stretches = new ArrayList<String>();
        var regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (c == '*') {
                stretches.add(regex.toString());
                regex.setLength(0);
            } else if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                regex.append(set(glob.substring(i + 1, close)));
                i = close;
            } else if (c == '\\' && i + 1 < glob.length()) {
                regex.append(Pattern.quote(glob.substring(++i, i + 1)));
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        stretches.add(regex.toString());
        return stretches.toArray(String[]::new);
    }

    private static String set(String members) {
        boolean not = members.startsWith("!") || members.startsWith("^");
        String named = members.substring(not ? 1 : 0);
        return (not ? "[^" : "[") + named.replaceAll("[\\[\\]\\\\&^]", "\\\\$0") + "]";
    }
}
