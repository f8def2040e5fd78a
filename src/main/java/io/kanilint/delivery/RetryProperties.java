package io.kanilint.delivery;

import java.time.Duration;
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

    /** The wait before the repetition that follows so many failures. */
    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
