package io.kanilint.lint;

import io.kanilint.kaniko.Build;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a build makes, and of what.
 *
 * @param parts destinations, context, Dockerfile and target; empty what is not said
 */
record BuiltImage(List<String> parts) {
    /** What a command prints that is not known: it bears a number, which says how many were met before. */
    private static final Pattern PRINTED = Pattern.compile("\\$\\{\\$\\(…\\)(#\\d+)?}");

    static BuiltImage of(Build build) {
        return new BuiltImage(List.of(
                build.destinations().isEmpty() ? "" : plain(build.destinations().toString()),
                part(build.context()),
                part(build.dockerfile()),
                part(build.target())));
    }

    private static String part(Optional<String> value) {
        return value.map(text -> plain("=" + text)).orElse("");
    }

    private static String plain(String text) {
        return PRINTED.matcher(text).replaceAll("\\$(…)");
    }

    /** Whether a fix left all images what they were, but for what was not said before: a flag may have been misspelt. */
    static boolean areKept(List<BuiltImage> before, List<BuiltImage> after) {
        var left = new ArrayList<>(after);
        // the fullest choose first
        return before.size() == after.size()
                && before.stream()
                        .sorted(Comparator.comparingLong(BuiltImage::gaps))
                        .allMatch(image -> left.remove(image)
                                || left.stream()
                                        .filter(image::becomes)
                                        .findFirst()
                                        .filter(left::remove)
                                        .isPresent());
    }

    private long gaps() {
        return parts.stream().filter(String::isEmpty).count();
    }

    private boolean becomes(BuiltImage after) {
        return IntStream.range(0, parts.size())
                .allMatch(i -> parts.get(i).isEmpty() || parts.get(i).equals(after.parts.get(i)));
    }
}
