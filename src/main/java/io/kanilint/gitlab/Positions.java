package io.kanilint.gitlab;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gitlab4j.api.models.Position;
import org.gitlab4j.api.models.Position.PositionType;
import org.jspecify.annotations.Nullable;

/** A {@link Place} as the fields of a form, and back. Not through gitlab4j, which drops {@code line_range} (issue 609). */
final class Positions {
    private Positions() {}

    /** The fields for a new thread. */
    static Map<String, String> fields(Place place) {
        return fields(place, true);
    }

    /** The fields for a draft, whose range GitLab refuses with numbers in it (its issue 571619). */
    static Map<String, String> draftFields(Place place) {
        return fields(place, false);
    }

    private static Map<String, String> fields(Place place, boolean numbers) {
        var fields = new LinkedHashMap<String, String>();
        switch (place) {
            case Place.OnLine line -> line(line, fields);
            case Place.OnLines(var last, var from, var to) -> {
                line(last, fields);
                range("start", from, numbers, fields);
                range("end", to, numbers, fields);
            }
            case Place.OnFile(var refs, var oldPath, var newPath) -> in("file", refs, oldPath, newPath, fields);
            case Place.OnMergeRequest() -> {}
        }
        return fields;
    }

    private static void line(Place.OnLine line, Map<String, String> fields) {
        in("text", line.refs(), line.oldPath(), line.newPath(), fields);
        put("[old_line]", line.oldLine(), fields);
        put("[new_line]", line.newLine(), fields);
    }

    private static void range(String end, LineCode line, boolean numbers, Map<String, String> fields) {
        String at = "[line_range][" + end + "]";
        put(at + "[line_code]", line.code(), fields);
        put(at + "[type]", line.type(), fields);
        if (numbers) {
            put(at + "[old_line]", line.oldLine(), fields);
            put(at + "[new_line]", line.newLine(), fields);
        }
    }

    private static void in(String type, DiffRefs refs, String oldPath, String newPath, Map<String, String> fields) {
        put("[position_type]", type, fields);
        put("[base_sha]", refs.base(), fields);
        put("[start_sha]", refs.start(), fields);
        put("[head_sha]", refs.head(), fields);
        put("[old_path]", oldPath, fields);
        put("[new_path]", newPath, fields);
    }

    private static void put(String name, @Nullable Object value, Map<String, String> fields) {
        if (value != null) {
            fields.put("position" + name, value.toString());
        }
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
}
