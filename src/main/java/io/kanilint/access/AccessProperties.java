package io.kanilint.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param adminPassword that of the local administrator; empty if one is to be made up
 */
@ConfigurationProperties("kanilint.access")
record AccessProperties(@DefaultValue("") String adminPassword) {}
