package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.Flag;
import io.kanilint.kaniko.FlagType;
import io.kanilint.kaniko.JobBuilds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value that the executor refuses. Measured with v1.24.0: an unknown snapshot mode (refused only after the base image is
 * pulled) and compression, a duration without a unit, a label without an equals sign, a platform of too many parts.
 */
public final class InvalidFlagValue implements BuildRule {
    private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,3})([dw])");
    private static final int HOURS_OF_DAY = 24;
    private static final int HOURS_OF_WEEK = 168;

    @Override
    public String id() {
        return "invalid-flag-value";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "the executor does not take this value for this flag, and fails";
    }

    @Override
    public Stream<Finding> check(JobBuilds job, Build build) {
        return FlagPlace.all(job, build)
                .flatMap(place -> place.flag().stream()
                        .filter(flag -> flag.releases().include(place.executor()) != Answer.NO)
                        .flatMap(flag -> check(place, flag).stream()));
    }

    private Optional<Finding> check(FlagPlace place, Flag flag) {
        if (place.use().lacksValue()) {
            String message =
                    "'%s' wants a value, and the command ends behind it, so the executor stops at once with an error."
                            .formatted(place.written());
            return Optional.of(place.finding(this, message, Stream.of()));
        }
        return place.use()
                .value()
                .flatMap(value -> value.known())
                .filter(value -> isRefused(flag, value))
                .map(value -> finding(place, flag, value));
    }

    /** What was not measured, an empty text and a list of choices, is let pass. */
    private static boolean isRefused(Flag flag, String value) {
        FlagType type = flag.type();
        return !type.accepts(value)
                && switch (type.kind()) {
                    case PAIR -> !value.isEmpty() && value.indexOf('=') < 0;
                    case CHOICE -> !value.isEmpty() && !(flag.repeatable() && value.contains(","));
                    case BOOL, INT, DURATION, PLATFORM, STRING -> true;
                };
    }

    private Finding finding(FlagPlace place, Flag flag, String value) {
        Optional<String> right = right(flag.type(), value);
        String message =
                "Kaniko does not take '%s' as the value of '%s': it wants %s. The executor ends with an error, and no image is made.%s%s"
                        .formatted(
                                value,
                                place.written(),
                                wanted(flag.type()),
                                value.startsWith("--")
                                        ? " The flag takes the next word for its value, even one that begins with dashes."
                                        : "",
                                right.map(" Write '%s'."::formatted).orElse(""));
        return place.finding(this, message, right.flatMap(one -> fix(place, value, one)).stream());
    }

    private static String wanted(FlagType type) {
        return switch (type.kind()) {
            case BOOL -> "'true' or 'false'";
            case INT -> "a whole number";
            case DURATION -> "a duration with a unit, such as '6h' or '30m'; its largest unit is the hour";
            case PAIR -> "the form 'key=value'";
            case PLATFORM -> "one platform such as 'linux/amd64' or 'linux/arm/v7'";
            case CHOICE -> "one of " + choices(type.values());
            case STRING -> "a text";
        };
    }

    private static String choices(List<String> values) {
        return String.join(
                ", ",
                values.stream()
                        .filter(value -> !value.isEmpty())
                        .map("'%s'"::formatted)
                        .toList());
    }

    /** The value that was certainly meant, if the executor takes it. */
    private static Optional<String> right(FlagType type, String value) {
        Optional<String> meant = switch (type.kind()) {
            case BOOL -> Switches.meaning(value);
            case DURATION -> hours(value);
            case CHOICE -> Optional.of(value.toLowerCase(Locale.ROOT));
            case INT, PAIR, PLATFORM, STRING -> Optional.empty();
        };
        return meant.filter(type::accepts);
    }

    /** Of days and weeks, which Go's durations do not have. */
    private static Optional<String> hours(String value) {
        Matcher days = DAYS.matcher(value);
        if (!days.matches()) {
            return Optional.empty();
        }
        int unit = days.group(2).equals("d") ? HOURS_OF_DAY : HOURS_OF_WEEK;
        return Optional.of(Integer.parseInt(days.group(1)) * unit + "h");
    }

    private static Optional<Fix> fix(FlagPlace place, String value, String right) {
        return place.text()
                .flatMap(text -> text.withValue(value, right))
                .map(edit -> new Fix("Write '%s'".formatted(right), true, List.of(edit)));
    }
}
