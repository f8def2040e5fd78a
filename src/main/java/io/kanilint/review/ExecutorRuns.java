package io.kanilint.review;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the runs of the executor in a log apart. Each line of the executor bears the seconds since its start, so a number that
 * falls back to the beginning, on one of the lines that it begins with, is a new run. Tools that a build runs may write such
 * numbers too, but not those lines.
 */
final class ExecutorRuns {
    private static final Pattern LOGGED = Pattern.compile("(?:INFO|WARN|DEBU|ERRO|TRAC)\\[(\\d{4,9})] (.*)");
    private static final Pattern FIRST =
            Pattern.compile("(?:Resolved base name|Retrieving image|Using dockerignore file).*");
    /** The runner's echo of a command. */
    private static final Pattern CALLED = Pattern.compile("\\$ (?:.*/kaniko/executor|executor)\\b.*");

    private static final String NOTHING = "No files changed in this command, skipping snapshotting.";
    private static final long AT_ONCE_SECONDS = 5;

    private boolean begun;
    private long last;
    private String workdir = "";

    /** Whether a run begins with this line that is not the first. */
    boolean startsAt(String line) {
        if (CALLED.matcher(line).matches()) {
            boolean later = begun;
            begun = false;
            last = 0;
            return later;
        }
        Matcher logged = LOGGED.matcher(line);
        if (!logged.matches()) {
            return false;
        }
        long seconds = Long.parseLong(logged.group(1));
        boolean later = begun
                && seconds < last
                && seconds <= AT_ONCE_SECONDS
                && FIRST.matcher(logged.group(2)).matches();
        begun = true;
        last = later ? seconds : Math.max(last, seconds);
        return later;
    }

    /** The two lines that say that a {@code WORKDIR} made nothing, once the second is there. */
    List<String> workdirAlreadyThere(String line) {
        Matcher logged = LOGGED.matcher(line);
        if (!logged.matches()) {
            return List.of();
        }
        String message = logged.group(2);
        if (message.startsWith("WORKDIR ")) {
            workdir = line;
        } else if (message.equals(NOTHING) && !workdir.isEmpty()) {
            return List.of(workdir, line);
        } else if (message.matches("[A-Z]{3,11} .*")) {
            workdir = "";
        }
        return List.of();
    }
}
