package io.kanilint.standin;

import org.jspecify.annotations.Nullable;

/** What GitLab refuses in a note's text. */
final class NoteBody {

    static final int MAX_CHARACTERS = 1_000_000;

    private NoteBody() {}

    static String check(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw Refusal.badRequest("Note {:note=>[\"can't be blank\"]}");
        }
        if (body.length() > MAX_CHARACTERS) {
            throw Refusal.badRequest("Note {:note=>[\"is too long (maximum is " + MAX_CHARACTERS + " characters)\"]}");
        }
        return body;
    }
}
