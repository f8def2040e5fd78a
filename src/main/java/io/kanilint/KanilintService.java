package io.kanilint;

import io.kanilint.gitlab.UnusableSettingException;
import io.kanilint.trace.TraceSettings;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The web service. A class of its own, so that the command line never loads Spring. */
@SpringBootApplication
class KanilintService {
    private static final int LAST_PORT = 65_535;
    private static final String PASSWORD = "spring.datasource.password";
    private static final Logger LOG = LoggerFactory.getLogger(KanilintService.class);

    static void start(String... arguments) {
        var application = new SpringApplication(KanilintService.class);
        application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) event -> {
            checkPort(event.getEnvironment().getProperty("server.port", ""));
            checkLogFormat(event.getEnvironment().getProperty("kanilint.log-format", ""));
            stripPassword(event.getEnvironment());
            TraceSettings.fault(event.getEnvironment()).ifPresent(fault -> {
                throw new UnusableSettingException(fault);
            });
        });
        application.run(arguments);
    }

    /** Spring would end with a stack trace, or run without listening where the number is negative. */
    private static void checkPort(String port) {
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            throw new UnusableSettingException(
                    "PORT is '%s', and must be a number from 0 to %d".formatted(port, LAST_PORT));
        }
    }

    /** A Secret that was made from a file often has its line feed. All other secrets are stripped where they are read. */
    private static void stripPassword(ConfigurableEnvironment environment) {
        String password = environment.getProperty(PASSWORD, "");
        if (!password.equals(password.strip())) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("stripped", Map.of(PASSWORD, password.strip())));
        }
    }

    private static void checkLogFormat(String format) {
        if (!format.isEmpty() && !format.equals("text") && !format.equals("json")) {
            throw new UnusableSettingException(
                    "KANILINT_LOG_FORMAT is '%s', and must be text or json".formatted(format));
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        LOG.info(
                "Listening on port {}",
                event.getApplicationContext().getEnvironment().getProperty("local.server.port"));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
