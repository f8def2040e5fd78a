package io.kanilint.dashboard;

import io.kanilint.rules.Rules;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request one by one, and collects what is wrong with them. What is empty is not there. */
final class RequestParameters {
    private static final int LONGEST = 1000;
    private static final int LONGEST_TEXT = 200;
    /** A path and a number. */
    private static final int LONGEST_PLACE = 1100;
    /** Shorter ones are in no index. */
    private static final int SHORTEST_TEXT = 3;
    /** What databases do not keep, or what stands in no name. */
    private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d\\d-\\d\\d");

    private final Map<String, String> request;
    private final List<WrongParametersException.Problem> problems = new ArrayList<>();

    RequestParameters(Map<String, String> request) {
        this.request = request;
    }

    void problem(String parameter, String sentence) {
        problems.add(new WrongParametersException.Problem(parameter, sentence));
    }

    /** Ends the reading: complains if anything was wrong. */
    void check() {
        if (!problems.isEmpty()) {
            throw new WrongParametersException(problems);
        }
    }

    @Nullable
    String name(String parameter) {
        return bounded(parameter, LONGEST);
    }

    /** A full path, with or without slashes around it. */
    @Nullable
    String path(String parameter) {
        String path = name(parameter);
        String bare = path == null ? "" : path.replaceAll("^/+|/+$", "");
        return bare.isEmpty() ? null : bare;
    }

    @Nullable
    String text(String parameter) {
        String text = bounded(parameter, LONGEST_TEXT);
        if (text != null && text.codePointCount(0, text.length()) < SHORTEST_TEXT) {
            problem(parameter, "The text to search for has at least %d characters.".formatted(SHORTEST_TEXT));
            return null;
        }
        return text;
    }

    @Nullable
    String rule(String parameter) {
        String rule = name(parameter);
        if (rule != null && Rules.ALL.stream().noneMatch(known -> known.id().equals(rule))) {
            problem(parameter, "There is no rule %s.".formatted(quoted(rule)));
            return null;
        }
        return rule;
    }

    @Nullable
    Long number(String parameter) {
        String number = name(parameter);
        if (number == null) {
            return null;
        }
        if (!NUMBER.matcher(number).matches()) {
            problem(parameter, "%s is not a number for %s.".formatted(quoted(number), parameter));
            return null;
        }
        return Long.valueOf(number);
    }

    @Nullable
    LocalDate day(String parameter) {
        String day = name(parameter);
        if (day == null) {
            return null;
        }
        try {
            if (DAY.matcher(day).matches()) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeException _) {
            // There is no such day.
        }
        problem(
                parameter,
                "%s is not a day for %s; days are written like 2026-03-31.".formatted(quoted(day), parameter));
        return null;
    }

    /** The number of a merge request in its project. */
    @Nullable
    Long mergeRequest(@Nullable String project) {
        Long number = number("merge_request");
        if (number != null && project == null) {
            problem("merge_request", "A merge request has its number within its project: give the project too.");
        }
        return number;
    }

    /** Complains about a period that ends before it begins. */
    void period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            problem("from", "The first day is after the last day.");
        }
    }

    /**
     * A place in a list; null for its beginning.
     *
     * @param reading throws something if it is none
     */
    <T> @Nullable T place(String parameter, Function<String, T> reading) {
        String place = bounded(parameter, LONGEST_PLACE);
        try {
            return place == null ? null : reading.apply(place);
        } catch (IllegalArgumentException | DateTimeException _) {
            problem(parameter, "The address does not name a page of this list.");
            return null;
        }
    }

    <E extends Enum<E>> E choice(String parameter, Class<E> type, E usual) {
        E chosen = choice(parameter, type);
        return chosen == null ? usual : chosen;
    }

    <E extends Enum<E>> @Nullable E choice(String parameter, Class<E> type) {
        String word = name(parameter);
        if (word == null) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        problem(
                parameter,
                "%s is not a choice for %s; choose from %s."
                        .formatted(
                                quoted(word),
                                parameter,
                                Arrays.stream(type.getEnumConstants())
                                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
        return null;
    }

    private @Nullable String bounded(String parameter, int longest) {
        String value = request.getOrDefault(parameter, "").strip();
        if (value.isEmpty()) {
            return null;
        }
        if (value.length() > longest) {
            problem(
                    parameter,
                    "What is given for %s is too long: at most %d characters.".formatted(parameter, longest));
            return null;
        }
        if (UNUSABLE.matcher(value).find()) {
            problem(parameter, "What is given for %s contains a control character.".formatted(parameter));
            return null;
        }
        return value;
    }

    private static String quoted(String value) {
        return "“" + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + "”";
    }
}
