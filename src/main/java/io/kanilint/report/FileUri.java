package io.kanilint.report;

import java.nio.charset.StandardCharsets;

/** Paths as URIs: absolute ones as {@code file:}, others relative to wherever the report is read. */
final class FileUri {
    private static final String PLAIN = "/-._~";

    private FileUri() {}

    static String of(String path) {
        var uri = new StringBuilder();
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append("%%%02X".formatted((int) c));
            }
        }
        return path.startsWith("/") ? "file://" + uri : uri.toString();
    }
}
