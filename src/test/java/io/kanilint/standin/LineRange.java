package io.kanilint.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The lines that a position spans, as a request names them. */
record LineRange(Map<?, ?> start, Map<?, ?> end) {

    static Optional<LineRange> of(ApiRequest request) {
        return request.params().get("position") instanceof Map<?, ?> position
                        && position.get("line_range") instanceof Map<?, ?> range
                        && range.get("end") instanceof Map<?, ?> end
                ? Optional.of(new LineRange(range.get("start") instanceof Map<?, ?> start ? start : Map.of(), end))
                : Optional.empty();
    }

    /** Drafts take no numbers in it (GitLab issue 571619). */
    boolean numbered() {
        return start.containsKey("new_line")
                || start.containsKey("old_line")
                || end.containsKey("new_line")
                || end.containsKey("old_line");
    }

    /** Whether both ends are lines of the file, the last one the position's own. */
    boolean fits(FileDiff file, Position position) {
        var number = end.get("new_line");
        if (number != null && !number.toString().equals(String.valueOf(position.newLine()))) {
            return false;
        }
        if (!end.containsKey("line_code")) {
            return true;
        }
        Map<String, DiffLine> codes = codes(file);
        DiffLine first = codes.get(String.valueOf(start.get("line_code")));
        DiffLine last = codes.get(String.valueOf(end.get("line_code")));
        return first != null
                && last != null
                && type(first).equals(start.get("type"))
                && type(last).equals(end.get("type"))
                && last.equals(file.lines()
                        .find(position.oldLine(), position.newLine())
                        .orElse(null))
                && file.lines().lines().indexOf(first) <= file.lines().lines().indexOf(last);
    }

    private static String type(DiffLine line) {
        return line.added() ? "new" : "old";
    }

    /** GitLab counts on both sides: an added line bears the number of the old line that comes next. */
    private static Map<String, DiffLine> codes(FileDiff file) {
        var codes = new LinkedHashMap<String, DiffLine>();
        int nextOld = file.newFile() ? 0 : 1;
        int nextNew = 1;
        for (DiffLine line : file.lines().lines()) {
            codes.put(Commit.sha1(file.newPath()) + "_" + nextOld + "_" + nextNew, line);
            nextOld += line.added() ? 0 : 1;
            nextNew += line.removed() ? 0 : 1;
        }
        return codes;
    }
}
