package io.kanilint;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Kanilint {
    public static void main(String[] args) {
        SpringApplication.run(Kanilint.class, args);
    }
}
