package io.kanilint.pipeline;

import io.kanilint.text.Source;
import java.util.Optional;

/**
 * Where a file's header ends: a first document with {@code spec}, closed by a line of {@code ---}.
 *
 * @param content offset of the first character after that line
 */
record HeaderSplit(String header, int content) {

    static Optional<HeaderSplit> of(Source source) {
        boolean spec = false;
        for (int line = 1; line <= source.lineCount(); line++) {
            String text = source.line(line);
            boolean divider = text.startsWith("---") && (text.length() == 3 || Character.isWhitespace(text.charAt(3)));
            if (divider && spec) {
                int end = source.lineStart(line) + 3;
                return Optional.of(new HeaderSplit(source.text().substring(0, source.lineStart(line)), end));
            }
            if (!spec && !divider && !isEmpty(text)) {
                if (!text.matches("(spec|'spec'|\"spec\")\\s*:.*")) {
                    return Optional.empty();
                }
                spec = true;
            }
        }
        return Optional.empty();
    }

    private static boolean isEmpty(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#") || line.startsWith("%") || line.equals("\uFEFF");
    }
}
