package io.kanilint.gitlab;

import io.kanilint.trace.Traces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the GitLab of the settings; no call is made until somebody needs one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GitLabProperties.class)
class GitLabConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(GitLabConfiguration.class);

    @Bean
    GitLab gitLab(GitLabProperties properties, Traces traces, MeterRegistry meters) {
        GitLab gitlab = new GitLab(GitLabHttp.of(properties, traces, new CallMeters(meters)));
        if (!gitlab.configured()) {
            LOG.warn("No GitLab token is set: nothing can be reviewed. Set KANILINT_GITLAB_TOKEN or"
                    + " KANILINT_GITLAB_TOKEN_FILE to an access token with the scope api.");
        }
        return gitlab;
    }

    /** How many requests GitLab still allows; not a number as long as it has not said. */
    @Bean
    MeterBinder quotaGauge(GitLab gitlab) {
        return meters -> Gauge.builder(
                        "kanilint.gitlab.quota.remaining",
                        gitlab,
                        known -> known.quota()
                                .map(Quota::remaining)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .description("Requests that GitLab still allows in the present period")
                .register(meters);
    }
}
