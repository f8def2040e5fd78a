package io.kanilint.kaniko;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release, written {@code 1.23.2} or {@code v1.23.2}. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
    /** Older than any release. */
    static final Version FIRST = new Version(0, 0, 0);

    private static final int NEVER_REACHED = 999_999;
    private static final Pattern FORM = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

    public static Optional<Version> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new Version(number(parts, 1), number(parts, 2), number(parts, 3)))
                : Optional.empty();
    }

    /** The latest release that a tag such as {@code 1.9} can stand for: the last of that minor version. */
    static Optional<Version> latest(String text) {
        return parse(text + "." + NEVER_REACHED);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    @Override
    public int compareTo(Version other) {
        int difference = Integer.compare(major, other.major);
        difference = difference == 0 ? Integer.compare(minor, other.minor) : difference;
        return difference == 0 ? Integer.compare(patch, other.patch) : difference;
    }

    @Override
    public String toString() {
        return "v" + major + "." + minor + "." + patch;
    }
}
