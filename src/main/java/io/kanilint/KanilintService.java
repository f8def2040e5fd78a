package io.kanilint;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The web service. A class of its own, so that the command line never loads Spring. */
@SpringBootApplication
class KanilintService {

    static void start(String... arguments) {
        SpringApplication.run(KanilintService.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
