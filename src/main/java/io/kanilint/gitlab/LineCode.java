package io.kanilint.gitlab;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A line of a diff under the name that GitLab has for it: the digest of the path and both numbers, where an added line has
 * the number of the old line that follows it (GitLab's {@code Gitlab::Git.diff_line_code}).
 *
 * @param oldLine null for an added line
 */
public record LineCode(String code, @Nullable Integer oldLine, int newLine) {

    static LineCode of(String path, DiffLines lines, int newLine) {
        int counter = lines.oldCounter(newLine);
        return new LineCode(
                sha1(path) + "_" + counter + "_" + newLine,
                lines.adds(newLine) ? null : Integer.valueOf(counter),
                newLine);
    }

    /** GitLab's word for the kind of line. */
    String type() {
        return oldLine == null ? "new" : "old";
    }

    private static String sha1(String path) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(path.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
