package io.kanilint.review;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of reviews. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewProperties.class)
class ReviewConfiguration {

    @Bean
    OrganisationDefaults organisationDefaults(ReviewProperties properties) {
        return OrganisationDefaults.read(properties);
    }
}
