package io.kanilint.review;

import io.kanilint.gitlab.CommitStatus;
import io.kanilint.gitlab.Place;
import io.kanilint.review.Comment.Placed;
import io.kanilint.review.DryRun.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Only notes down what would be written. */
final class Notebook implements Pen {
    private static final String ON_MERGE_REQUEST = "the merge request as a whole";
    private static final int SHORT = 8;

    private final List<DryRun.Action> actions = new ArrayList<>();

    List<DryRun.Action> actions() {
        return List.copyOf(actions);
    }

    @Override
    public boolean real() {
        return false;
    }

    @Override
    public Map<String, String> open(List<Comment> comments) {
        for (Comment comment : comments) {
            Placed best = comment.places().getFirst();
            note(Kind.OPEN, words(best.place()), best.body());
        }
        return Map.of();
    }

    @Override
    public void rewrite(BotThread thread, String body) {
        note(Kind.REWRITE, words(thread), body);
    }

    @Override
    public void resolve(BotThread thread, String word) {
        note(Kind.RESOLVE, words(thread), word);
    }

    @Override
    public void reopen(BotThread thread, String word) {
        note(Kind.REOPEN, words(thread), word);
    }

    @Override
    public void comment(String body) {
        note(Kind.SUMMARY, ON_MERGE_REQUEST, body);
    }

    @Override
    public void rewriteComment(long noteId, String body) {
        note(Kind.SUMMARY, ON_MERGE_REQUEST, body);
    }

    @Override
    public Optional<Long> status(long projectId, String sha, CommitStatus status) {
        note(
                Kind.STATUS,
                "commit " + sha.substring(0, Math.min(SHORT, sha.length())),
                status.state().name().toLowerCase(Locale.ROOT) + ": " + status.description());
        return Optional.empty();
    }

    private void note(Kind kind, String place, String text) {
        actions.add(new DryRun.Action(kind, place, text));
    }

    private static String words(BotThread thread) {
        if (thread.path().isEmpty()) {
            return ON_MERGE_REQUEST;
        }
        return thread.line().isPresent()
                ? thread.path() + ", line " + thread.line().getAsInt()
                : thread.path();
    }

    private static String words(Place place) {
        return switch (place) {
            case Place.OnLine line ->
                line.newPath() + ", line " + Objects.requireNonNullElse(line.newLine(), line.oldLine());
            case Place.OnLines lines -> words(lines.last());
            case Place.OnFile file -> file.newPath();
            case Place.OnMergeRequest _ -> ON_MERGE_REQUEST;
        };
    }
}
