package io.kanilint.fix;

import java.util.regex.Pattern;

/** A stretch of a script, as a doubt names it. */
record Excerpt(String text) {
    /** Commands that change something outside of the job, so that it matters how often they run. */
    private static final Pattern ONCE = Pattern.compile(
            "\\b(?:git\\s+(?:push|tag)|release-cli|(?:npm|yarn|poetry|twine)\\s+(?:publish|upload)|helm\\s+push"
                    + "|curl\\b[^\\n;|]*?\\s(?:-X\\s*(?:POST|PUT|PATCH|DELETE)|--request\\s+(?:POST|PUT|PATCH|DELETE)|-d|--data\\S*|-F|-T))\\b");

    private static final int LONGEST = 40;

    boolean reachesOut() {
        return ONCE.matcher(text).find();
    }

    /** Its first line, to stand between quotes. */
    @Override
    public String toString() {
        String line = text.strip().lines().findFirst().orElse("").replace("'", "\"");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + "…";
    }
}
