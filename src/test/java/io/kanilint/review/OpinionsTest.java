package io.kanilint.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.SharedService;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpinionsTest {
    @ParameterizedTest
    @EnumSource
    void areCountedByRule(Database database) {
        var opinions = SharedService.on(database).bean(Opinions.class);
        opinions.ignored(comment(1), 5, "some-rule", Instant.now());
        opinions.ignored(comment(1), 5, "some-rule", Instant.now());
        opinions.ignored(comment(2), 5, "some-rule", Instant.now());
        assertThat(opinions.byRule()).contains(new Opinions.OfRule("some-rule", 0, 2, 0, 0, 0));
        assertThat(opinions.takeBack(1, 5)).as("only thumbs are taken back").isFalse();
    }

    private static Opinions.Judged comment(long note) {
        return new Opinions.Judged(1, 1, note, "thread", "No marker.");
    }
}
