package io.kanilint.standin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/** A commit with its whole tree; the SHA depends on tree, parents and message only. */
record Commit(
        String sha,
        List<String> parents,
        SortedMap<String, String> files,
        String message,
        User author,
        Instant createdAt) {

    static Commit of(
            List<String> parents, SortedMap<String, String> files, String message, User author, Instant createdAt) {
        return new Commit(sha1(parents + "\0" + files + "\0" + message), parents, files, message, author, createdAt);
    }

    String title() {
        return message.lines().findFirst().orElse("");
    }

    static String sha1(String text) {
        return hex("SHA-1", text);
    }

    static String hex(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
