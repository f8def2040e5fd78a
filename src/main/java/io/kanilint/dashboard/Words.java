package io.kanilint.dashboard;

import io.kanilint.review.Opinions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times and amounts in words, for the templates. */
@Component("words")
class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** As it stands before a browser puts it into the reader's zone. */
    public String time(TemporalAccessor time) {
        return TIME.format(time);
    }

    /** As people say it: {@code 3 h 20 min}. */
    public String duration(Duration duration) {
        return Elapsed.words(duration);
    }

    /** {@code 1 error}, {@code 2 errors}. */
    public String amount(long amount, String one) {
        return number(amount) + " " + one + (amount == 1 ? "" : "s");
    }

    /** {@code 98 % of 120}: the part of what was shown of a rule that nobody called wrong; empty if nothing was shown. */
    public String precision(Opinions.@Nullable OfRule opinion) {
        Long percent = RuleOpinions.percent(opinion);
        return opinion == null || percent == null ? "" : percent + " % of " + number(opinion.shown());
    }

    /** With separators of thousands. */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
