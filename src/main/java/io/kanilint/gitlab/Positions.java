package io.kanilint.gitlab;

import org.gitlab4j.api.models.Position;
import org.gitlab4j.api.models.Position.PositionType;
import org.jspecify.annotations.Nullable;

/** A {@link Place} in GitLab's words, and back; gitlab4j leaves out what is null, as GitLab wants it. */
final class Positions {
    private Positions() {}

    static @Nullable Position of(Place place) {
        return switch (place) {
            case Place.OnLine(var refs, var oldPath, var newPath, var oldLine, var newLine) ->
                in(PositionType.TEXT, refs, oldPath, newPath)
                        .withOldLine(oldLine)
                        .withNewLine(newLine);
            case Place.OnFile(var refs, var oldPath, var newPath) -> in(PositionType.FILE, refs, oldPath, newPath);
            case Place.OnMergeRequest() -> null;
        };
    }

    /** The line that an answer's position names; null for other positions. */
    static Place.@Nullable OnLine line(@Nullable Position from) {
        if (from == null
                || from.getPositionType() != PositionType.TEXT
                || from.getBaseSha() == null
                || from.getStartSha() == null
                || from.getHeadSha() == null
                || from.getOldPath() == null
                || from.getNewPath() == null) {
            return null;
        }
        var refs = new DiffRefs(from.getBaseSha(), from.getStartSha(), from.getHeadSha());
        return new Place.OnLine(refs, from.getOldPath(), from.getNewPath(), from.getOldLine(), from.getNewLine());
    }

    private static Position in(PositionType type, DiffRefs refs, String oldPath, String newPath) {
        return new Position()
                .withPositionType(type)
                .withBaseSha(refs.base())
                .withStartSha(refs.start())
                .withHeadSha(refs.head())
                .withOldPath(oldPath)
                .withNewPath(newPath);
    }
}
