package io.kanilint.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a diff note sits, in GitLab's terms. */
public record Position(
        String baseSha,
        String startSha,
        String headSha,
        String type,
        @Nullable String oldPath,
        @Nullable String newPath,
        @Nullable Integer oldLine,
        @Nullable Integer newLine,
        @Nullable Map<String, Object> lineRange) {

    boolean onText() {
        return type.equals("text");
    }

    public String path() {
        return newPath != null ? newPath : String.valueOf(oldPath);
    }

    Position on(DiffVersion version, FileDiff file, @Nullable Integer oldLine, @Nullable Integer newLine) {
        return new Position(
                version.base().sha(),
                version.start().sha(),
                version.head().sha(),
                type,
                file.oldPath(),
                file.newPath(),
                oldLine,
                newLine,
                lineRange);
    }

    Map<String, @Nullable Object> json() {
        var json = Json.object(
                "base_sha",
                baseSha,
                "start_sha",
                startSha,
                "head_sha",
                headSha,
                "old_path",
                oldPath,
                "new_path",
                newPath,
                "position_type",
                type);
        if (onText()) {
            json.put("old_line", oldLine);
            json.put("new_line", newLine);
            json.put("line_range", lineRange);
        }
        return json;
    }
}
