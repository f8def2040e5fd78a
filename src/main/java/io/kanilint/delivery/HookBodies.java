package io.kanilint.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Reads bodies of requests, whole or not at all. A signature covers the body, so a stranger's body has to be read before
 * it can be refused: all bodies together get a share of the memory, and no more.
 */
@Component
class HookBodies {
    /** GitLab sends no larger payload (its limit for webhooks is 25 MB). */
    static final int LARGEST = 25 * 1024 * 1024;

    private static final int CHUNK = 64 * 1024;
    private static final byte[] NOTHING = {};
    private static final int LEAST_CHUNKS = 2 * LARGEST / CHUNK;
    /** A body of more chunks is joined and read while no other is: for that moment it is there twice. */
    private static final int FEW = 16;

    private final Semaphore chunks;
    private final ReentrantLock large = new ReentrantLock();

    HookBodies() {
        this((int) Math.max(LEAST_CHUNKS, Runtime.getRuntime().maxMemory() / 4 / CHUNK));
    }

    HookBodies(int chunks) {
        this.chunks = new Semaphore(chunks);
    }

    /** Answers with what {@code use} makes of the body, or says why there is none. */
    ResponseEntity<String> answer(long length, InputStream stream, Function<byte[], ResponseEntity<String>> use) {
        if (length > LARGEST) {
            return tooLarge();
        }
        int taken = 0;
        var body = new ArrayList<byte[]>();
        try {
            byte[] chunk;
            do {
                if (!chunks.tryAcquire()) {
                    return answer(
                            HttpStatus.SERVICE_UNAVAILABLE, "Too many large requests at once. Send it again later.");
                }
                taken++;
                chunk = stream.readNBytes(CHUNK);
                body.add(chunk);
                if ((taken - 1) * CHUNK + chunk.length > LARGEST) {
                    return tooLarge();
                }
            } while (chunk.length == CHUNK);
            return handOn(body, use);
        } catch (IOException _) {
            return answer(HttpStatus.BAD_REQUEST, "The body did not arrive as a whole.");
        } finally {
            chunks.release(taken);
        }
    }

    /** Of large bodies one at a time: the share of the memory counts what came, not what is made of it. */
    private ResponseEntity<String> handOn(List<byte[]> body, Function<byte[], ResponseEntity<String>> use) {
        if (body.size() <= FEW) {
            return use.apply(joined(body));
        }
        large.lock();
        try {
            return use.apply(joined(body));
        } finally {
            large.unlock();
        }
    }

    /** The whole; the pieces are let go. */
    private static byte[] joined(List<byte[]> pieces) {
        var whole = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            byte[] piece = pieces.set(i, NOTHING);
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }

    private static ResponseEntity<String> tooLarge() {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 25 MB.");
    }

    static ResponseEntity<String> answer(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(message + "\n");
    }
}
