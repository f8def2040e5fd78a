package io.kanilint.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
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
    /** Chunks that a body may have however many others there are; nearly all webhooks have one. */
    static final int FEW = 16;
    /** Chunks that larger bodies leave to those. */
    static final int RESERVE = 64;

    private static final int LEAST_CHUNKS = LARGEST / CHUNK + 1 + RESERVE;

    private final Semaphore chunks;

    HookBodies() {
        this((int) Math.max(LEAST_CHUNKS, Runtime.getRuntime().maxMemory() / 4 / CHUNK));
    }

    HookBodies(int chunks) {
        this.chunks = new Semaphore(chunks);
    }

    /** Answers with what {@code use} makes of the body, or says why there is none. */
    ResponseEntity<String> answer(long length, InputStream stream, Function<HookBody, ResponseEntity<String>> use) {
        if (length > LARGEST) {
            return tooLarge();
        }
        int taken = 0;
        var pieces = new ArrayList<byte[]>();
        try {
            byte[] chunk;
            do {
                if ((taken >= FEW && chunks.availablePermits() <= RESERVE) || !chunks.tryAcquire()) {
                    return answer(
                            HttpStatus.SERVICE_UNAVAILABLE, "Too many large requests at once. Send it again later.");
                }
                taken++;
                chunk = stream.readNBytes(CHUNK);
                pieces.add(chunk);
                if ((taken - 1) * CHUNK + chunk.length > LARGEST) {
                    return tooLarge();
                }
            } while (chunk.length == CHUNK);
            return use.apply(new HookBody(pieces));
        } catch (IOException _) {
            return answer(HttpStatus.BAD_REQUEST, "The body did not arrive as a whole.");
        } finally {
            chunks.release(taken);
        }
    }

    private static ResponseEntity<String> tooLarge() {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 25 MB.");
    }

    static ResponseEntity<String> answer(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(message + "\n");
    }
}
