package io.kanilint.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times and amounts in words, for the templates. */
@Component("words")
class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** As it stands before a browser puts it into the reader's zone. */
    public String time(Instant time) {
        return TIME.format(time);
    }

    /** In its largest unit: {@code 3 days}. */
    public String duration(Duration duration) {
        if (duration.toDays() >= 2) {
            return amount(duration.toDays(), "day");
        }
        if (duration.toHours() >= 2) {
            return amount(duration.toHours(), "hour");
        }
        return duration.toMinutes() >= 2
                ? amount(duration.toMinutes(), "minute")
                : amount(Math.max(0, duration.toSeconds()), "second");
    }

    /** {@code 1 error}, {@code 2 errors}. */
    public String amount(long amount, String one) {
        return "%,d %s%s".formatted(amount, one, amount == 1 ? "" : "s");
    }

    /** With separators of thousands. */
    public String number(long number) {
        return "%,d".formatted(number);
    }
}
