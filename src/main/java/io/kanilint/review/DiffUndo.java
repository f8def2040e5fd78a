package io.kanilint.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a change back: from a file and its diff, the file as it was before. */
final class DiffUndo {
    private static final Pattern HEADER =
            Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*", Pattern.DOTALL);

    private final List<String> after;
    private final List<String> before = new ArrayList<>();
    private int at;

    private DiffUndo(String text) {
        after = split(text);
    }

    /** The text before; empty if the diff does not fit the text. */
    static Optional<String> undo(String text, String diff) {
        var undo = new DiffUndo(text);
        return undo.take(split(diff)) ? Optional.of(String.join("", undo.before)) : Optional.empty();
    }

    private boolean take(List<String> lines) {
        int next = 0;
        while (next < lines.size()) {
            Matcher header = HEADER.matcher(lines.get(next));
            next++;
            if (!header.matches()) {
                continue;
            }
            int added = count(header.group(3));
            int start = Integer.parseInt(header.group(2)) - (added == 0 ? 0 : 1);
            if (start < at || start > after.size()) {
                return false;
            }
            before.addAll(after.subList(at, start));
            at = start;
            int left = count(header.group(1)) + added;
            while (left > 0) {
                if (next == lines.size()) {
                    return false;
                }
                String line = lines.get(next);
                next++;
                boolean ends = next < lines.size() && lines.get(next).startsWith("\\");
                next += ends ? 1 : 0;
                char sign = line.isBlank() ? ' ' : line.charAt(0);
                if (!line(sign, content(line, ends))) {
                    return false;
                }
                left -= sign == ' ' ? 2 : 1;
            }
        }
        before.addAll(after.subList(at, after.size()));
        return true;
    }

    private boolean line(char sign, String content) {
        if (sign != '-') {
            if (at == after.size() || !after.get(at).equals(content)) {
                return false;
            }
            at++;
        }
        if (sign != '+') {
            before.add(content);
        }
        return sign == '-' || sign == '+' || sign == ' ';
    }

    private static String content(String line, boolean withoutBreak) {
        // Some tools strip the blank that stands for an unchanged empty line.
        String text = line.startsWith("\n") || line.startsWith("\r") ? line : line.substring(1);
        return withoutBreak && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static int count(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }
}
