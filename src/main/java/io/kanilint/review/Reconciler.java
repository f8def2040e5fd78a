package io.kanilint.review;

import io.kanilint.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Compares what was found with the threads there are. A finding keeps its one thread; a thread that a person resolved
 * stays resolved.
 */
final class Reconciler {
    private Reconciler() {}

    /**
     * The plan, in the order in which it is to be carried out.
     *
     * @param body the text that a finding should have now in its thread
     */
    static List<ThreadAction> plan(
            List<Finding> findings, List<BotThread> threads, BiFunction<Finding, BotThread, String> body) {
        var wanted = new LinkedHashMap<String, Finding>();
        findings.forEach(finding -> wanted.putIfAbsent(finding.fingerprint(), finding));
        var actions = new ArrayList<ThreadAction>();
        var seen = new LinkedHashMap<String, BotThread>();
        for (BotThread thread : threads) {
            Finding finding = wanted.get(thread.fingerprint());
            boolean second = seen.putIfAbsent(thread.fingerprint(), thread) != null;
            if (finding == null || second) {
                if (!thread.resolved()) {
                    actions.add(new ThreadAction.Resolve(thread));
                }
            } else {
                keep(thread, finding, body, actions);
            }
        }
        wanted.forEach((fingerprint, finding) -> open(fingerprint, finding, seen, actions));
        return List.copyOf(actions);
    }

    private static void keep(
            BotThread thread,
            Finding finding,
            BiFunction<Finding, BotThread, String> body,
            List<ThreadAction> actions) {
        if (thread.saidGone()) {
            actions.add(new ThreadAction.Reopen(thread));
        }
        boolean stays = thread.resolved() && !thread.saidGone();
        if (!stays && !thread.body().strip().equals(body.apply(finding, thread).strip())) {
            actions.add(new ThreadAction.Rewrite(thread, finding));
        }
    }

    private static void open(
            String fingerprint, Finding finding, Map<String, BotThread> seen, List<ThreadAction> actions) {
        if (!seen.containsKey(fingerprint)) {
            actions.add(new ThreadAction.Open(finding));
        }
    }
}
