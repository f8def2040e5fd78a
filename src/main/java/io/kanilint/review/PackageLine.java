package io.kanilint.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a line of a package manager says was installed or was there. Packages are written as manager and name, {@code pip numpy}.
 */
final class PackageLine {
    private static final String NAME = "([A-Za-z0-9][A-Za-z0-9._+-]{0,99})";
    private static final Pattern PIP_INSTALLED = Pattern.compile("Successfully installed (.+)");
    private static final Pattern PIP_PRESENT = Pattern.compile("Requirement already satisfied: " + NAME + ".*");
    private static final Pattern APT_INSTALLED = Pattern.compile("Setting up " + NAME + "(?::\\w+)? \\(.*");
    private static final Pattern APT_PRESENT = Pattern.compile(NAME + "(?::\\w+)? is already the newest version\\b.*");
    private static final Pattern APK_INSTALLED = Pattern.compile("\\(\\d+/\\d+\\) Installing " + NAME + " \\(.*");
    private static final Pattern YUM_INSTALLED = Pattern.compile("Installing\\s*: (?:\\d+:)?" + NAME + "\\s.*");
    private static final Pattern YUM_PRESENT =
            Pattern.compile("Package (?:\\d+:)?" + NAME + " (?:is )?already installed\\b.*");

    /** Most base images with Python have them, each another release. */
    private static final Set<String> IN_MOST_IMAGES = Set.of("pip pip", "pip setuptools", "pip wheel");

    private PackageLine() {}

    static List<String> installed(String line) {
        Matcher pip = PIP_INSTALLED.matcher(line);
        if (pip.matches()) {
            return Stream.of(pip.group(1).split(" "))
                    .filter(word -> word.lastIndexOf('-') > 0)
                    .map(word -> pip(word.substring(0, word.lastIndexOf('-'))))
                    .filter(name -> !IN_MOST_IMAGES.contains(name))
                    .toList();
        }
        return Stream.of(first(APT_INSTALLED, "apt ", line), apk(line), first(YUM_INSTALLED, "yum ", line))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What apk installs by this line. */
    static Optional<String> apk(String line) {
        return first(APK_INSTALLED, "apk ", line);
    }

    static Optional<String> present(String line) {
        Matcher pip = PIP_PRESENT.matcher(line);
        return pip.matches()
                ? Optional.of(pip(pip.group(1)))
                : first(APT_PRESENT, "apt ", line).or(() -> first(YUM_PRESENT, "yum ", line));
    }

    /** Without the manager. */
    static String name(String written) {
        return written.substring(written.indexOf(' ') + 1);
    }

    /** As Python compares names (PEP 503). */
    private static String pip(String name) {
        return "pip " + name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> first(Pattern pattern, String manager, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? Optional.of(manager + matcher.group(1)) : Optional.empty();
    }
}
