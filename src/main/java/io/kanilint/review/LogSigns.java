package io.kanilint.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Signs in a job's log that a later build started on what an earlier one left: it found installed what an earlier run of the
 * executor had installed, and it had not installed that itself. A package that merely is there says nothing: base images
 * have packages, and each step finds those of the steps before it.
 *
 * @param packages their names
 * @param lines those of the log that say so, at most three
 */
record LogSigns(List<String> packages, List<String> lines) {
    private static final int MOST_LINES = 3;
    private static final int LONGEST_LINE = 2_000;

    LogSigns {
        packages = List.copyOf(packages);
        lines = List.copyOf(lines);
    }

    /** @param log its beginning, in which the last line may be cut */
    static Optional<LogSigns> in(String log) {
        var search = new Search();
        log.lines().map(LogSigns::clean).forEach(search::take);
        return search.result();
    }

    /** Without colours, the runner's time stamps, and what a progress bar wrote over. */
    private static String clean(String line) {
        String cut = line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
        String plain = cut.replaceAll("\\x1b\\[[0-9;?]{0,20}[A-Za-z]", "")
                .replaceFirst("^\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,20}Z \\d\\d[OE][+ ]?", "")
                .stripTrailing();
        return plain.substring(plain.lastIndexOf('\r') + 1).strip();
    }

    private static final class Search {
        private final ExecutorRuns runs = new ExecutorRuns();
        private final Set<String> earlier = new HashSet<>();
        private final Set<String> now = new HashSet<>();
        private final Set<String> found = new LinkedHashSet<>();
        private final List<String> lines = new ArrayList<>();
        private final List<String> hint = new ArrayList<>();
        private final ApkStep apk = new ApkStep();

        void take(String line) {
            if (runs.startsAt(line)) {
                earlier.addAll(now);
                now.clear();
            }
            now.addAll(PackageLine.installed(line));
            List<String> there = new ArrayList<>(apk.foundAt(line));
            PackageLine.present(line).ifPresent(there::add);
            there.removeIf(name -> !earlier.contains(name) || now.contains(name));
            if (!there.isEmpty()) {
                found.addAll(there.stream().map(PackageLine::name).toList());
                if (lines.size() < MOST_LINES) {
                    lines.add(line);
                }
            }
            if (hint.isEmpty() && !earlier.isEmpty()) {
                hint.addAll(runs.workdirAlreadyThere(line));
            }
        }

        /** That a folder was there already is a hint only: the base image may have it. */
        Optional<LogSigns> result() {
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (lines.size() + hint.size() <= MOST_LINES) {
                lines.addAll(hint);
            }
            return Optional.of(new LogSigns(List.copyOf(found), lines));
        }
    }
}
