package io.kanilint.dashboard;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of lists: how many on one, and where the next begins. A cursor only names a place, and opens nothing. */
final class ApiCursor {
    static final String LIMIT = "How many to give at most, 1 to 100; 50 if left out.";
    static final String CURSOR = "Where to go on: `next` of the page before. The other parameters stay as they were.";

    private static final int USUAL = 50;
    private static final int MOST = 100;

    private ApiCursor() {}

    static int limit(RequestParameters parameters) {
        Long limit = parameters.number("limit");
        if (limit != null && limit > MOST) {
            parameters.problem("limit", "At most %d come at once.".formatted(MOST));
        }
        return limit == null || limit > MOST ? USUAL : limit.intValue();
    }

    /** Reads a place in a list, or gives that at its beginning; complains if it is none. */
    static <T extends @Nullable Object> T read(
            Map<String, String> request, RequestParameters parameters, T start, Function<String, T> reading) {
        String cursor = request.getOrDefault("cursor", "");
        try {
            return cursor.isEmpty() ? start : reading.apply(cursor);
        } catch (IllegalArgumentException | DateTimeException | WrongParametersException _) {
            parameters.problem("cursor", "This is no cursor of this list: give `next` of the page before as it is.");
            return start;
        }
    }

    static String opaque(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #opaque} wrote. */
    static String plain(String cursor) {
        String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (place.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("PostgreSQL takes no U+0000, and no place has a control character.");
        }
        return place;
    }

    /** Where the next page begins; null on the last page. */
    record Next(@Nullable String cursor) {}
}
