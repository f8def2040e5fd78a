package io.kanilint.gitlab;

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
    GitLab gitLab(GitLabProperties properties) {
        GitLab gitlab = GitLab.at(properties);
        if (!gitlab.configured()) {
            LOG.warn("No GitLab token is set: nothing can be reviewed. Set KANILINT_GITLAB_TOKEN or"
                    + " KANILINT_GITLAB_TOKEN_FILE to an access token with the scope api.");
        }
        return gitlab;
    }
}
