package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies one suggestion to the source branch, or says in GitLab's words why not. */
final class SuggestionApplication {

    private final MergeRequest mr;
    private final Note note;
    private final Suggestion suggestion;
    private final @Nullable Position position;

    SuggestionApplication(MergeRequest mr, long noteId, Suggestion suggestion) {
        this.mr = mr;
        this.note = mr.threads.note(noteId);
        this.suggestion = suggestion;
        this.position = note.position().filter(where -> where.newLine() != null).orElse(null);
    }

    void apply() {
        inapplicable().ifPresent(reason -> {
            throw Refusal.message(400, reason);
        });
        String path = where().path();
        var lines = new ArrayList<>(LineDiff.split(text()));
        int from = suggestion.fromLine(target()) - 1;
        var replaced = lines.subList(Math.min(from, lines.size()), Math.min(suggestion.toLine(target()), lines.size()));
        replaced.clear();
        replaced.add(suggestion.toContent());
        // first the marks, then the push: it moves all notes and must find this one applied
        mr.threads.change(
                note.id(),
                old -> old.withSuggestions(old.suggestions().stream()
                        .map(other -> other.id() == suggestion.id() ? other.asApplied() : other)
                        .toList()));
        mr.source()
                .commit(
                        mr.sourceBranch(),
                        List.of(new FileChange.Write(path, String.join("", lines))),
                        "Apply 1 suggestion(s) to 1 file(s)",
                        note.author());
        mr.threads.resolve(mr.threads.holding(note.id()), mr.author(), true);
    }

    /** Empty when it can be applied. */
    Optional<String> inapplicable() {
        return Optional.ofNullable(
                suggestion.applied() || position == null
                        ? "Can't apply this suggestion."
                        : mr.state().equals("merged")
                                ? "This merge request was merged. To apply this suggestion, edit this file directly."
                                : mr.state().equals("closed")
                                        ? "This merge request is closed. To apply this suggestion, edit this file directly."
                                        : !mr.source().repository.hasBranch(mr.sourceBranch())
                                                ? "Can't apply as the source branch was deleted."
                                                : suggestion.oversized()
                                                        ? "Cannot apply as this suggestion spans more than 100 lines."
                                                        : outdated()
                                                                ? outdatedReason()
                                                                : suggestion
                                                                                .fromContent()
                                                                                .equals(suggestion.toContent())
                                                                        ? "This suggestion already matches its content."
                                                                        : null);
    }

    private boolean outdated() {
        return note.outdated()
                || !suggestion
                        .fromContent()
                        .equals(SuggestionParser.from(text(), target(), suggestion.above(), suggestion.below()));
    }

    private String outdatedReason() {
        return suggestion.above() == 0 && suggestion.below() == 0
                ? "Can't apply as this line was changed in a more recent version."
                : "Can't apply as these lines were changed in a more recent version.";
    }

    private String text() {
        return mr.source().repository.get(mr.sourceBranch()).files().getOrDefault(where().path(), "");
    }

    private int target() {
        return where().newLine() == null ? 0 : where().newLine();
    }

    private Position where() {
        if (position == null) {
            throw new IllegalStateException("no line to apply to");
        }
        return position;
    }
}
