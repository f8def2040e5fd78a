package io.kanilint.lint;

import io.kanilint.kaniko.Build;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a build makes, and of what.
 *
 * @param destinations each of them
 * @param parts destinations, context, Dockerfile and target; empty what is not said
 */
record BuiltImage(List<String> destinations, List<String> parts) {
    /** What a command prints that is not known: it bears a number, which says how many were met before. */
    private static final Pattern PRINTED = Pattern.compile("\\$\\{\\$\\(…\\)(#\\d+)?}");

    static BuiltImage of(Build build) {
        return of(
                build.destinations().stream().map(BuiltImage::plain).toList(),
                part(build.context()),
                part(build.dockerfile()),
                part(build.target()));
    }

    static BuiltImage of(List<String> destinations, String context, String dockerfile, String target) {
        String all = destinations.isEmpty() ? "" : destinations.toString();
        return new BuiltImage(destinations, List.of(all, context, dockerfile, target));
    }

    private static String part(Optional<String> value) {
        return value.map(text -> plain("=" + text)).orElse("");
    }

    private static String plain(String text) {
        return PRINTED.matcher(text).replaceAll("\\$(…)");
    }

    /**
     * Whether a fix left all images what they were, but for what was not said before: a flag may have been misspelt; or
     * whether fewer builds make all that there was, under every name.
     */
    static boolean areKept(List<BuiltImage> before, List<BuiltImage> after) {
        return areSame(before, after)
                || (after.size() < before.size() && named(after).equals(named(before)));
    }

    /** Every name with what is built for it. */
    private static List<String> named(List<BuiltImage> images) {
        return images.stream()
                .flatMap(image -> image.destinations.isEmpty()
                        ? Stream.of(image.parts.toString())
                        : image.destinations.stream()
                                .map(name -> name + " " + image.parts.subList(1, image.parts.size())))
                .sorted()
                .toList();
    }

    private static boolean areSame(List<BuiltImage> before, List<BuiltImage> after) {
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
