package io.kanilint.shell;

import io.kanilint.shell.OracleVerdict.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Judges many generated scripts and keeps what is wrong, made small. */
final class OracleCampaign {
    /** More than these are counted, but not made small. */
    private static final int MOST_KEPT = 10;

    /** @param small the script, with all left out that the error does not need */
    record Disagreement(long seed, OracleCase small, OracleVerdict verdict) {
        @Override
        public String toString() {
            return "seed %d, %s:%n%s%s".formatted(seed, verdict.kind(), OracleFixture.write(small), verdict.wrong());
        }
    }

    private final RealShells shells;
    private final Map<Kind, Integer> closed = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> open = new EnumMap<>(Kind.class);
    private final List<Disagreement> disagreements = Collections.synchronizedList(new ArrayList<>());
    private int runs;
    private int unended;
    private int races;

    private OracleCampaign(RealShells shells) {
        this.shells = shells;
    }

    /** Every second script is in a closed environment: the engine is told all of it. */
    static OracleCampaign run(long seed, int scripts, RealShells shells) {
        var campaign = new OracleCampaign(shells);
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var tasks = new ArrayList<java.util.concurrent.Callable<Void>>();
            for (long i = seed; i < seed + scripts; i++) {
                long number = i;
                tasks.add(() -> campaign.script(number));
            }
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return campaign;
    }

    private @org.jspecify.annotations.Nullable Void script(long seed) {
        boolean isClosed = seed % 2 == 0;
        OracleScript script = OracleGenerator.script(seed, isClosed);
        OracleVerdict verdict = judge(script);
        if (verdict.kind().isError() && !judge(script).kind().isError()) {
            // Programs in a pipeline race: it was not the script that made the difference.
            verdict = new OracleVerdict(Kind.GOOD, "", verdict.micros());
            count(false, isClosed, verdict);
        } else {
            count(true, isClosed, verdict);
        }
        if (verdict.kind().isError() && disagreements.size() < MOST_KEPT) {
            Kind kind = verdict.kind();
            OracleScript small =
                    OracleShrinker.shrink(script, smaller -> judge(smaller).kind() == kind);
            disagreements.add(new Disagreement(seed, small.written(), judge(small)));
        }
        return null;
    }

    private OracleVerdict judge(OracleScript script) {
        OracleCase given = script.written();
        List<RealRun> real = shells.run(given);
        ran(real.size(), given.trials().size() * shells.countFor(given));
        return OracleJudge.judge(given, real);
    }

    private synchronized void ran(int ended, int started) {
        runs += ended;
        unended += started - ended;
    }

    private synchronized void count(boolean steady, boolean isClosed, OracleVerdict verdict) {
        (isClosed ? closed : open).merge(verdict.kind(), 1, Integer::sum);
        races += steady ? 0 : 1;
    }

    List<Disagreement> disagreements() {
        return List.copyOf(disagreements);
    }

    /** The share of scripts, of those where all is known, of which not all was worked out. */
    double gaveUp() {
        int all = closed.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : (double) closed.getOrDefault(Kind.GAVE_UP, 0) / all;
    }

    String summary() {
        return "shells %s, runs %d (%d did not end), all known: %s, not all known: %s, gave up: %.1f %%, races: %d"
                .formatted(shells.names(), runs, unended, closed, open, 100 * gaveUp(), races);
    }
}
