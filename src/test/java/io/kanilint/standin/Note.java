package io.kanilint.standin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One comment as it is now; a later change makes a new value. */
public record Note(
        long id,
        @Nullable String type,
        User author,
        String body,
        boolean system,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Placement placement,
        @Nullable Resolution resolution,
        List<Suggestion> suggestions) {

    /** Where it was put, where that line is now, and whether the line was changed since. */
    record Placement(Position original, Position position, boolean outdated) {}

    /** Who resolved it, and when. */
    record Resolution(User by, Instant at) {}

    public boolean resolvable() {
        return type != null && !system;
    }

    public boolean resolved() {
        return resolvable() && resolution != null;
    }

    public Optional<Position> position() {
        return Optional.ofNullable(placement).map(Placement::position);
    }

    /** True when a later push changed or removed the line. */
    public boolean outdated() {
        return placement != null && placement.outdated();
    }

    Note withBody(String text, List<Suggestion> suggested, Instant now) {
        return new Note(id, type, author, text, system, createdAt, now, placement, resolution, suggested);
    }

    Note withType(String newType) {
        return new Note(id, newType, author, body, system, createdAt, updatedAt, placement, resolution, suggestions);
    }

    Note withPlacement(UnaryOperator<Placement> move) {
        var moved = placement == null ? null : move.apply(placement);
        return new Note(id, type, author, body, system, createdAt, updatedAt, moved, resolution, suggestions);
    }

    Note withResolution(@Nullable Resolution how) {
        return new Note(id, type, author, body, system, createdAt, updatedAt, placement, how, suggestions);
    }

    Note withSuggestions(List<Suggestion> changed) {
        return new Note(id, type, author, body, system, createdAt, updatedAt, placement, resolution, changed);
    }
}
