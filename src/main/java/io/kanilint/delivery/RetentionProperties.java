package io.kanilint.delivery;

import io.kanilint.gitlab.UnusableSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is kept what nothing depends on any more.
 *
 * @param deliveries webhooks; by their keys a repeated one is known
 * @param findings what reviews found and did, and commands
 */
@ConfigurationProperties("kanilint.retention")
record RetentionProperties(
        @DefaultValue("90d") Duration deliveries,
        @DefaultValue("730d") Duration findings) {
    /** The keys have to outlive GitLab's repetitions of a webhook, and those that people ask for. */
    private static final Duration LEAST = Duration.ofDays(7);

    RetentionProperties {
        check("KANILINT_RETENTION_DELIVERIES", deliveries);
        check("KANILINT_RETENTION_FINDINGS", findings);
    }

    private static void check(String name, Duration time) {
        if (time.compareTo(LEAST) < 0) {
            throw new UnusableSettingException("%s is %s, and must be at least 7d: seven days".formatted(name, time));
        }
    }
}
