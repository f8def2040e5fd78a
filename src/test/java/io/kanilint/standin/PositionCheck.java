package io.kanilint.standin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a position out of a request and refuses what GitLab cannot find in the diff. */
final class PositionCheck {

    private static final List<String> TYPES = List.of("text", "image", "file");
    private static final String LINE_CODE = ":line_code=>[\"can't be blank\", \"must be a valid line code\"]";
    private static final String INCOMPLETE = ":position=>[\"is incomplete\"]";

    private PositionCheck() {}

    static Position check(ApiRequest request, MergeRequest mr) {
        var position = read(request);
        if (!mr.prepared()) {
            throw Refusal.badRequest("Note {:noteable=>[\"doesn't support new-style diff notes\"]}");
        }
        boolean complete = position.oldPath() != null
                && position.newPath() != null
                && !position.baseSha().isEmpty()
                && !position.startSha().isEmpty()
                && !position.headSha().isEmpty()
                && (!position.onText() || position.oldLine() != null || position.newLine() != null);
        if (!complete) {
            throw Refusal.badRequest("Note {" + (position.onText() ? LINE_CODE + ", " : "") + INCOMPLETE + "}");
        }
        var file = mr.versions.of(position).flatMap(version -> version.file(position.oldPath(), position.newPath()));
        if (file.isEmpty() && !position.onText()) {
            throw Refusal.badRequest("Note {" + INCOMPLETE + "}");
        }
        if (position.onText()
                && (file.isEmpty()
                        || LineRange.of(request)
                                .filter(range -> !range.fits(file.get(), position))
                                .isPresent()
                        || !shows(file.get(), position, mr.project.world.unfolds))) {
            throw Refusal.badRequest("Note {" + LINE_CODE + "}");
        }
        return position;
    }

    private static boolean shows(FileDiff file, Position position, boolean unfolds) {
        var lines = file.lines();
        return lines.find(position.oldLine(), position.newLine())
                .filter(line -> unfolds || lines.hunks().stream().anyMatch(hunk -> hunk.contains(line)))
                .isPresent();
    }

    private static Position read(ApiRequest request) {
        String type = request.required("position", "position_type");
        if (!TYPES.contains(type)) {
            throw Refusal.parameter("position[position_type] does not have a valid value");
        }
        boolean text = type.equals("text");
        return new Position(
                request.required("position", "base_sha"),
                request.required("position", "start_sha"),
                request.required("position", "head_sha"),
                type,
                path(request, "old_path"),
                path(request, "new_path"),
                text ? request.number("position", "old_line").orElse(null) : null,
                text ? request.number("position", "new_line").orElse(null) : null,
                lineRange(request));
    }

    private static @Nullable String path(ApiRequest request, String name) {
        return request.text("position", name).filter(path -> !path.isEmpty()).orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> lineRange(ApiRequest request) {
        return request.params().get("position") instanceof Map<?, ?> position
                        && position.get("line_range") instanceof Map<?, ?> range
                ? (Map<String, Object>) range
                : null;
    }
}
