package io.kanilint.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    @ParameterizedTest
    @CsvSource({
        "https://kanilint.example.com,       https://kanilint.example.com/rules/",
        "https://kanilint.example.com/,      https://kanilint.example.com/rules/",
        "https://example.com/kanilint,       https://example.com/kanilint/rules/",
        "https://localhost.example.com,      https://localhost.example.com/rules/",
        "http://localhost:8080,              https://kanilint.io/rules/",
        "http://127.0.0.1,                   https://kanilint.io/rules/",
        "http://[::1]:8080/,                 https://kanilint.io/rules/",
        "'',                                 https://kanilint.io/rules/"
    })
    void ourOwnPagesIfPeopleCanReachThem(String publicUrl, String rules) {
        assertThat(new Links(publicUrl).rules()).isEqualTo(rules);
    }
}
