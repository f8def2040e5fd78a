package io.kanilint.review;

import io.kanilint.gitlab.DiscussionThread;
import io.kanilint.gitlab.Note;
import io.kanilint.gitlab.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds the bot's own threads among all: its user wrote the first note, and that bears the marker of a finding. */
final class BotThreads {
    private BotThreads() {}

    static List<BotThread> in(List<DiscussionThread> threads, long botId, String headSha) {
        return threads.stream()
                .flatMap(thread -> of(thread, botId, headSha).stream())
                .toList();
    }

    private static Optional<BotThread> of(DiscussionThread thread, long botId, String headSha) {
        Note first = thread.notes().getFirst();
        if (first.authorId() != botId || !thread.resolvable()) {
            return Optional.empty();
        }
        Optional<Note> lastWord = thread.notes().stream()
                .filter(note -> !note.system()
                        && note.authorId() == botId
                        && !Marker.isAnswer(note.body())
                        && !Marker.isEvidence(note.body()))
                .reduce((_, later) -> later);
        boolean gone = lastWord.map(Note::body).filter(Marker::isGone).isPresent();
        return Marker.fingerprint(first.body())
                .map(fingerprint -> new BotThread(
                        thread.id(),
                        first.id(),
                        first.body(),
                        fingerprint,
                        first.line() == null ? "" : first.line().newPath(),
                        line(first.line(), headSha),
                        thread.resolved(),
                        gone,
                        thread.notes().stream().anyMatch(note -> !note.system() && note.authorId() != botId)));
    }

    private static OptionalInt line(Place.@Nullable OnLine place, String headSha) {
        return place != null && place.newLine() != null && place.refs().head().equals(headSha)
                ? OptionalInt.of(place.newLine())
                : OptionalInt.empty();
    }

    /** The one comment of the bot that lists what has no thread. */
    static Optional<Note> summary(List<DiscussionThread> threads, long botId) {
        return threads.stream()
                .map(thread -> thread.notes().getFirst())
                .filter(note -> note.authorId() == botId && Marker.isSummary(note.body()))
                .findFirst();
    }
}
