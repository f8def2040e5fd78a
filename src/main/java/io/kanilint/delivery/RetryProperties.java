package io.kanilint.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a review is repeated that GitLab did not let finish.
 *
 * @param first wait before the first repetition; each further one waits twice as long
 * @param longest longest wait
 */
@ConfigurationProperties("kanilint.retry")
record RetryProperties(
        @DefaultValue("2s") Duration first,
        @DefaultValue("10m") Duration longest) {
    /** How much a wait can differ from the plain one, so that what failed together does not come back together. */
    private static final double SPREAD = 0.2;

    private static final double SPREAD_OF_ASKED = 0.1;

    /** The wait before the repetition that follows so many failures. */
    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, 20));
        return times(doubled.compareTo(longest) < 0 ? doubled : longest, 1 - SPREAD, 1 + SPREAD);
    }

    /** The wait where GitLab asks for one: never less. */
    static Duration asked(Duration wait) {
        return times(wait, 1, 1 + SPREAD_OF_ASKED);
    }

    private static Duration times(Duration wait, double least, double most) {
        return Duration.ofMillis(
                (long) (wait.toMillis() * RandomGenerator.getDefault().nextDouble(least, most)));
    }
}
