package io.kanilint.review;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows {@code apk add}, which does not say what was there already: it names what it installs, and then is done. */
final class ApkStep {
    private static final Pattern ADD =
            Pattern.compile(".*\\] Running: \\[/bin/sh -c apk (?:-\\S+ )*add ([^&|;$`\"']+)]");
    private static final Pattern DONE = Pattern.compile("OK: [\\d.]+ [KMG]iB in \\d+ packages");
    private static final Pattern NAME = Pattern.compile("([a-z0-9][a-z0-9._+-]*)(?:[=<>~].*)?");

    private List<String> asked = List.of();

    /** What the step that ends with this line was to install, if it installed nothing. */
    List<String> foundAt(String line) {
        Matcher add = ADD.matcher(line);
        if (add.matches()) {
            asked = Stream.of(add.group(1).strip().split("\\s+"))
                    .map(NAME::matcher)
                    .filter(Matcher::matches)
                    .map(name -> "apk " + name.group(1))
                    .toList();
        } else if (PackageLine.apk(line).isPresent()) {
            asked = List.of();
        } else if (DONE.matcher(line).matches()) {
            List<String> found = asked;
            asked = List.of();
            return found;
        }
        return List.of();
    }
}
