package io.kanilint.delivery;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * The body of a webhook in the pieces in which it was read: up to 25 MB, which nothing here needs in one piece, and which
 * would be in memory twice to get it.
 */
record HookBody(List<byte[]> pieces) {
    InputStream stream() {
        return new SequenceInputStream(Collections.enumeration(
                pieces.stream().map(ByteArrayInputStream::new).toList()));
    }

    /** Hands on all bytes, in their order. */
    void feed(Consumer<byte[]> consumer) {
        pieces.forEach(consumer);
    }
}
