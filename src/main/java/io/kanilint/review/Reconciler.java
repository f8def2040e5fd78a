package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.lint.Settings.Comments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Compares what was found with the threads there are. A finding keeps its one thread; a thread that a person resolved
 * stays resolved while the finding is the same, and what a person answered is not rewritten without need.
 */
final class Reconciler {
    private static final Pattern SUGGESTION = Pattern.compile("(?s)(`{3,})suggestion:.*?\n\\1(?=\n|$)");

    private final Map<String, Finding> wanted = new LinkedHashMap<>();
    private final Map<String, BotThread> seen = new LinkedHashMap<>();
    private final List<ThreadAction> actions = new ArrayList<>();
    private final Set<String> present;
    private final boolean whole;
    private final Set<String> returned;
    private final Set<String> ignored;
    private final Set<String> dismissed;
    private final BiFunction<Finding, BotThread, String> body;
    private int open;

    private Reconciler(Found found, BiFunction<Finding, BotThread, String> body) {
        found.relevant().forEach(finding -> wanted.putIfAbsent(finding.fingerprint(), finding));
        this.present = found.present();
        this.whole = found.whole();
        this.returned = found.returned();
        this.ignored = found.ignored();
        this.dismissed = found.dismissed();
        this.body = body;
    }

    /**
     * The plan.
     *
     * @param body the text that a finding should have now in its thread
     */
    static Plan plan(
            Found found, List<BotThread> threads, Comments limits, BiFunction<Finding, BotThread, String> body) {
        var reconciler = new Reconciler(found, body);
        threads.forEach(reconciler::thread);
        return reconciler.plan(limits);
    }

    private void thread(BotThread thread) {
        Finding finding = wanted.get(thread.fingerprint());
        boolean second = seen.putIfAbsent(thread.fingerprint(), thread) != null;
        if (finding != null && !second) {
            keep(thread, finding);
        } else if (!thread.resolved() && (second || whole || present.contains(thread.fingerprint()))) {
            actions.add(new ThreadAction.Resolve(thread, reason(thread, second)));
        } else if (!thread.resolved()) {
            open++;
        }
    }

    private ThreadAction.Reason reason(BotThread thread, boolean second) {
        if (!present.contains(thread.fingerprint())) {
            return ThreadAction.Reason.GONE;
        }
        if (dismissed.contains(thread.fingerprint())) {
            return ThreadAction.Reason.DISMISSED;
        }
        if (ignored.contains(thread.fingerprint())) {
            return ThreadAction.Reason.IGNORED;
        }
        return second ? ThreadAction.Reason.DOUBLE : ThreadAction.Reason.UNTOUCHED;
    }

    private void keep(BotThread thread, Finding finding) {
        boolean back = thread.saidGone() || (thread.resolved() && returned.contains(thread.fingerprint()));
        if (back) {
            actions.add(new ThreadAction.Reopen(thread));
        }
        boolean stays = thread.resolved() && !back;
        open += stays ? 0 : 1;
        String text = body.apply(finding, thread);
        if (!stays && !thread.body().strip().equals(text.strip()) && mayRewrite(thread, text)) {
            actions.add(new ThreadAction.Rewrite(thread, finding));
        }
    }

    /** Under a person's answer only a suggestion is kept right, which would break a file otherwise. */
    private static boolean mayRewrite(BotThread thread, String text) {
        return !thread.answered() || !suggestion(thread.body()).equals(suggestion(text));
    }

    private static String suggestion(String body) {
        var found = SUGGESTION.matcher(body);
        return found.find() ? found.group() : "";
    }

    private Plan plan(Comments limits) {
        List<Finding> without = wanted.values().stream()
                .filter(finding -> !seen.containsKey(finding.fingerprint()))
                .filter(finding -> finding.severity().compareTo(limits.severity()) >= 0)
                .sorted(Comparator.<Finding, Severity>comparing(Finding::severity)
                        .reversed())
                .toList();
        int room = Math.clamp(limits.max() - open, 0, without.size());
        without.subList(0, room).forEach(finding -> actions.add(new ThreadAction.Open(finding)));
        return new Plan(actions, without.subList(room, without.size()));
    }
}
