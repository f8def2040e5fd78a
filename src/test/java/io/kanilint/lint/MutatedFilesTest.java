package io.kanilint.lint;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Whatever becomes of a CI file, there is a result, and all of it can be shown. More and others with
 * {@code -Dkanilint.mutations=100000 -Dkanilint.mutation=SEED}; real files, too, where {@code KANILINT_CORPUS} names some.
 * What fails is kept in {@code target/fuzz}; a seed stands for the same text as long as the files do not change.
 */
class MutatedFilesTest {
    private static final int ROUNDS = Integer.getInteger("kanilint.mutations", 1_000);
    private static final long FIRST = Long.getLong("kanilint.mutation", 0);
    /** Against hanging only: far more than is needed here, as a busy machine may be slow. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final int REPORTED = 5;

    private record Round(long seed, Duration cpu, int length) {}

    @Test
    void haveAResult(TestReporter reporter) throws IOException {
        List<String> seeds = FuzzInput.ciFiles().map(FuzzInput::text).toList();
        var slowest = new PriorityQueue<Round>(Comparator.comparing(Round::cpu));
        for (long seed = FIRST; seed < FIRST + ROUNDS; seed++) {
            String project = new FileMutation(seed, seeds).project();
            slowest.add(new Round(seed, check(project, seed), project.length()));
            if (slowest.size() > REPORTED) {
                slowest.remove();
            }
        }
        reporter.publishEntry(slowest.stream()
                .sorted(slowest.comparator().reversed())
                .collect(Collectors.toMap(
                        round -> "mutation " + round.seed,
                        round -> "%d ms of CPU time for %d characters".formatted(round.cpu.toMillis(), round.length))));
    }

    /** The CPU time it takes. */
    private static Duration check(String project, long seed) throws IOException {
        try {
            return assertTimeoutPreemptively(SOON, () -> {
                ResultCheck.check(TextProject.of(project));
                return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            });
        } catch (Throwable e) {
            Path kept = Files.createDirectories(Path.of("target/fuzz")).resolve("mutation-" + seed);
            Files.writeString(kept, project);
            throw new AssertionError("Mutation %d, kept as %s: %s".formatted(seed, kept, e.getMessage()), e);
        }
    }
}
