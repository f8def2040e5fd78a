package io.kanilint.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in the list of findings to go on. It only names a place: what may be seen is asked for anew each time. */
sealed interface FindingPosition {
    /** At the beginning. */
    record Start() implements FindingPosition {}

    /** Behind a finding, or before it. */
    record Beside(boolean before, int rank, long id) implements FindingPosition {}

    FindingPosition START = new Start();

    Pattern PLACE = Pattern.compile("([0-2])\\.(\\d{1,18})");

    /**
     * Reads the parameters {@code after} and {@code before} of a request.
     *
     * @throws WrongParametersException if they are not ours
     */
    static FindingPosition of(Map<String, String> request) {
        String after = request.getOrDefault("after", "");
        String before = request.getOrDefault("before", "");
        if (after.isEmpty() && before.isEmpty()) {
            return START;
        }
        Matcher place = PLACE.matcher(decoded(after.isEmpty() ? before : after));
        if (!place.matches() || !(after.isEmpty() || before.isEmpty())) {
            throw new WrongParametersException(List.of(new WrongParametersException.Problem(
                    after.isEmpty() ? "before" : "after", "The address does not name a page of this list.")));
        }
        return new Beside(after.isEmpty(), Integer.parseInt(place.group(1)), Long.parseLong(place.group(2)));
    }

    /** As a parameter of a request. */
    static String word(FindingRow row) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((row.rank() + "." + row.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private static String decoded(String word) {
        try {
            return new String(Base64.getUrlDecoder().decode(word), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
