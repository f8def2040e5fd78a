package io.kanilint;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** The web service. A class of its own, so that the command line never loads Spring. */
@SpringBootApplication
class KanilintService {
    private static final Logger LOG = LoggerFactory.getLogger(KanilintService.class);

    static void start(String... arguments) {
        SpringApplication.run(KanilintService.class, arguments);
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
