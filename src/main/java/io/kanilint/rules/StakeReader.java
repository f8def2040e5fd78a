package io.kanilint.rules;

import io.kanilint.fix.Bases;
import io.kanilint.kaniko.Dockerfile;
import io.kanilint.kaniko.Dockerfile.Stage;
import io.kanilint.kaniko.DockerfileUse;
import io.kanilint.kaniko.Installs;
import io.kanilint.kaniko.PackageManager;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells from their Dockerfiles what builds that follow one another in one container do to each other. That pip leaves out
 * what it finds was measured; of the other package managers it is said that it can be so.
 */
public final class StakeReader {
    /** What is shown as it is; where anything else comes up, nothing is said. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@._/:+-]{1,200}");

    private static final int MOST_NAMES = 3;

    /** A build whose Dockerfile was read. */
    private record Read(DockerfileUse use, String path, Dockerfile dockerfile, List<Stage> stages) {

        Optional<String> base(Stage stage) {
            return dockerfile.base(stage, use.given()).filter(_ -> stage.flags().isEmpty());
        }

        boolean isSameAs(Read other) {
            return path.equals(other.path)
                    && stages.equals(other.stages)
                    && use.given().equals(other.use.given())
                    && use.given().values().stream().noneMatch(value -> value.contains("$"));
        }
    }

    private StakeReader() {}

    /**
     * A sentence about the first two of which there is something to say; empty if there is nothing.
     *
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static String tell(List<DockerfileUse> builds, ScriptFiles files) {
        Optional<Read> earlier = builds.isEmpty() ? Optional.empty() : read(builds.getFirst(), files);
        for (int i = 1; i < builds.size() && earlier.isPresent(); i++) {
            Optional<Read> later = read(builds.get(i), files);
            List<String> pushed = builds.subList(0, i).stream()
                    .flatMap(use -> use.destinations().stream())
                    .toList();
            Optional<String> text = later.isEmpty() || startsFrom(later.get(), pushed)
                    ? Optional.empty()
                    : tell(earlier.get(), later.get());
            if (text.isPresent()) {
                return text.get();
            }
            earlier = later;
        }
        return "";
    }

    /** What lies there of an image that is its base belongs there. */
    private static boolean startsFrom(Read later, List<String> pushed) {
        return later.base(later.stages.getFirst())
                .filter(base -> pushed.stream().anyMatch(image -> Bases.isSame(base, image)))
                .isPresent();
    }

    private static Optional<Read> read(DockerfileUse use, ScriptFiles files) {
        Optional<Source> source =
                use.paths().stream().flatMap(path -> files.read(path).stream()).findFirst();
        return source.filter(file -> PLAIN.matcher(file.path()).matches())
                .flatMap(file -> Dockerfile.of(file.text())
                        .flatMap(dockerfile -> dockerfile
                                .upTo(use.target())
                                .map(stages -> new Read(use, file.path(), dockerfile, stages))));
    }

    /**
     * A build empties the container between its stages, so the earlier one leaves its last stage. The later one meets it in
     * its first stage, and what that lacks need not lack in the image if others follow: of these nothing is said.
     */
    private static Optional<String> tell(Read earlier, Read later) {
        if (later.stages.size() > 1) {
            return Optional.empty();
        }
        Stage left = earlier.stages.getLast();
        Stage next = later.stages.getFirst();
        Optional<String> under = earlier.base(left);
        Optional<String> base = later.base(next);
        if (left.from().equals("scratch") || next.from().equals("scratch")) {
            return Optional.empty();
        }
        if (earlier.isSameAs(later)) {
            return shared(earlier, later, base);
        }
        if (under.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        if (full(under.get()).equals(full(base.get()))) {
            return shared(earlier, later, base);
        }
        return next.instructions().stream().anyMatch(step -> step.keyword().equals("RUN"))
                ? Optional.of(
                        ("%s is built from '%s' on top of what the build of %s leaves of '%s', so its steps can find"
                                        + " files that the image will not have.")
                                .formatted(quoted(later.path), base.get(), quoted(earlier.path), under.get()))
                : Optional.empty();
    }

    /** With what Docker adds to a short name. */
    private static String full(String image) {
        String name = image.replaceFirst("^(?:index\\.)?docker\\.io/", "").replaceFirst("^library/", "");
        return name.matches(".*[:@][^/]*") ? name : name + ":latest";
    }

    private static Optional<String> shared(Read earlier, Read later, Optional<String> base) {
        var weaker = new ArrayList<String>();
        for (PackageManager manager : PackageManager.values()) {
            Optional<Installs> first = Installs.of(earlier.stages.getLast(), manager);
            Optional<Installs> second = Installs.of(later.stages.getFirst(), manager);
            if (first.isPresent() && second.isPresent()) {
                String who = who(earlier, later, base);
                String where = earlier.path.equals(later.path)
                        ? "in the later build"
                        : "in the build of " + quoted(later.path);
                List<String> names = common(first.get(), second.get());
                Optional<String> list = lists(earlier, first.get())
                        .filter(path -> lists(later, second.get()).anyMatch(path::equals))
                        .findFirst();
                if (!names.isEmpty() || list.isPresent()) {
                    boolean certain = !later.use.cached() && !names.isEmpty() && manager == PackageManager.PIP;
                    String what =
                            names.isEmpty() ? "packages that '%s' lists".formatted(list.orElseThrow()) : listed(names);
                    return Optional.of("%s install %s with %s: %s, %s"
                            .formatted(who, what, manager.word(), where, outcome(manager, certain, names.size() == 1)));
                }
                weaker.add("%s install with %s: what both need can be missing from the later image."
                        .formatted(who, manager.word()));
            }
        }
        return weaker.stream().findFirst();
    }

    private static String who(Read earlier, Read later, Optional<String> base) {
        if (earlier.path.equals(later.path)) {
            return base.map(image -> "Both builds of %s start from '%s' and".formatted(quoted(later.path), image))
                    .orElseGet(() -> "Both builds of %s".formatted(quoted(later.path)));
        }
        return "%s and %s both start from '%s' and both"
                .formatted(quoted(earlier.path), quoted(later.path), base.orElse(""));
    }

    private static String outcome(PackageManager manager, boolean certain, boolean one) {
        String them = one ? "it" : "them";
        if (manager == PackageManager.PIP) {
            return certain
                    ? "pip finds %s already installed and leaves %s out of the image.".formatted(them, them)
                    : "pip can find %s already installed and leave %s out of the image.".formatted(them, them);
        }
        return one
                ? "it is there already, and can be missing from the image."
                : "they are there already, and can be missing from the image.";
    }

    /** The packages that the second finds as it wants them: in any version, or in one that is written alike. */
    private static List<String> common(Installs first, Installs second) {
        Map<String, String> there = first.packages();
        return second.packages().entrySet().stream()
                .filter(wanted -> there.containsKey(wanted.getKey()))
                .filter(wanted -> wanted.getValue().equals(there.get(wanted.getKey())) || isBare(wanted.getValue()))
                .map(Map.Entry::getKey)
                .filter(name -> PLAIN.matcher(name).matches())
                .toList();
    }

    private static boolean isBare(String written) {
        return written.matches("@?[\\w./+-]+");
    }

    /** Paths in the project. */
    private static Stream<String> lists(Read read, Installs installs) {
        return read.use.context().stream()
                .flatMap(context -> installs.lists().stream()
                        .map(list -> (context.isEmpty() ? list : context + "/" + list).replaceAll("(?<=^|/)\\./", "")))
                .filter(path -> !path.contains("..") && PLAIN.matcher(path).matches());
    }

    private static String listed(List<String> names) {
        List<String> shown =
                names.stream().limit(MOST_NAMES).map(StakeReader::quoted).toList();
        int more = names.size() - shown.size();
        if (more > 0) {
            return String.join(", ", shown) + " and " + more + " more";
        }
        return shown.size() == 1
                ? shown.getFirst()
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.getLast();
    }

    private static String quoted(String name) {
        return "'" + name + "'";
    }
}
