package io.kanilint.review;

import java.util.ArrayList;
import java.util.List;

/** What a review did, in words for the log. */
final class Summary {
    private final int findings;
    private int opened;
    private int rewritten;
    private int resolved;
    private int reopened;
    private int openAgain;

    Summary(int findings) {
        this.findings = findings;
    }

    void add(ThreadAction action) {
        switch (action) {
            case ThreadAction.Open _ -> opened++;
            case ThreadAction.Rewrite _ -> rewritten++;
            case ThreadAction.Resolve _ -> resolved++;
            case ThreadAction.Reopen(BotThread thread) -> {
                reopened++;
                openAgain += thread.resolved() ? 1 : 0;
            }
        }
    }

    /** How many of the bot's threads are open now. */
    int openThreads(List<BotThread> before) {
        int open = (int) before.stream().filter(thread -> !thread.resolved()).count();
        return open + opened + openAgain - resolved;
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        parts.add(findings == 0 ? "nothing found" : count(findings, "finding"));
        add(parts, opened, "opened");
        add(parts, rewritten, "rewritten");
        add(parts, resolved, "resolved");
        add(parts, reopened, "opened again");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, String verb) {
        if (number > 0) {
            parts.add(count(number, "thread") + " " + verb);
        }
    }
}
