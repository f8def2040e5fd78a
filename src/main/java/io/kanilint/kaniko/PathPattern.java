package io.kanilint.kaniko;

import io.kanilint.shell.TextPattern;
import io.kanilint.shell.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A path in which parts may be patterns of the shell, one for each part between slashes. */
record PathPattern(List<Predicate<String>> parts) {

    /**
     * From an argument, all of whose text is known.
     *
     * @param many whether it stands for many: then its text is a pattern of file names
     */
    static PathPattern of(Value argument, boolean many) {
        String text = argument.pattern();
        return new PathPattern(parts(many ? text : quoted(text)).stream()
                .map(PathPattern::name)
                .toList());
    }

    /** Whether the pattern names a path. */
    boolean matches(List<String> path) {
        return path.size() == parts.size()
                && IntStream.range(0, path.size()).allMatch(i -> parts.get(i).test(path.get(i)));
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

    /** A pattern for one name: a leading dot must be written. */
    private static Predicate<String> name(String glob) {
        Predicate<String> matcher = glob(glob);
        boolean startsOpen = !glob.isEmpty() && "*?[".indexOf(glob.charAt(0)) >= 0;
        return name -> matcher.test(name) && !(startsOpen && name.startsWith("."));
    }

    /** A pattern in which slashes and leading dots are letters like others, as in {@code find -name}. */
    static Predicate<String> glob(String glob) {
        return TextPattern.of(glob)
                .<Predicate<String>>map(pattern -> pattern::matches)
                .orElse(glob::equals);
    }
}
