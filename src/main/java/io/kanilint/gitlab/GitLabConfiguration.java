package io.kanilint.gitlab;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the GitLab of the settings; no call is made until somebody needs one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GitLabProperties.class)
class GitLabConfiguration {
    @Bean
    GitLab gitLab(GitLabProperties properties) {
        return GitLab.at(properties);
    }
}
