package io.kanilint.standin;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A thread, or a single note that is none ({@code individual}). */
public record Discussion(String id, boolean individual, List<Note> notes) {

    public Note first() {
        return notes.getFirst();
    }

    public boolean resolvable() {
        return !individual && notes.stream().anyMatch(Note::resolvable);
    }

    public boolean resolved() {
        return resolvable() && notes.stream().filter(Note::resolvable).allMatch(Note::resolved);
    }

    public boolean outdated() {
        return first().outdated();
    }

    /** The file it sits on, if any. */
    public Optional<String> path() {
        return first().position().map(Position::path);
    }

    /** The line of the new file it sits on now, if any. */
    public Optional<Integer> line() {
        return first().position().map(Position::newLine);
    }

    Discussion with(UnaryOperator<Note> change) {
        return new Discussion(id, individual, notes.stream().map(change).toList());
    }

    Discussion plus(Note note) {
        return new Discussion(
                id, individual, Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    Discussion without(long noteId) {
        return new Discussion(
                id,
                individual,
                notes.stream().filter(note -> note.id() != noteId).toList());
    }

    /** A reply turns a single note into a thread. */
    Discussion asThread() {
        return individual
                ? new Discussion(
                        id,
                        false,
                        notes.stream()
                                .map(note -> note.withType("DiscussionNote"))
                                .toList())
                : this;
    }
}
