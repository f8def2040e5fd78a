package io.kanilint.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A replacement of whole lines offered in a diff note; {@code fromContent} is what it was written against. */
public record Suggestion(long id, int above, int below, String fromContent, String toContent, boolean applied) {

    /** Lines that may be taken along above and below the commented line. */
    static final int MAX_CONTEXT = 100;

    int fromLine(int target) {
        return Math.max(1, target - Math.min(above, MAX_CONTEXT));
    }

    int toLine(int target) {
        return target + Math.min(below, MAX_CONTEXT);
    }

    boolean oversized() {
        return above > MAX_CONTEXT || below > MAX_CONTEXT;
    }

    Suggestion asApplied() {
        return new Suggestion(id, above, below, fromContent, toContent, true);
    }

    Map<String, @Nullable Object> json(int target, boolean appliable) {
        return Json.object(
                "id",
                id,
                "from_line",
                fromLine(target),
                "to_line",
                toLine(target),
                "appliable",
                appliable,
                "applied",
                applied,
                "from_content",
                fromContent,
                "to_content",
                toContent);
    }
}
