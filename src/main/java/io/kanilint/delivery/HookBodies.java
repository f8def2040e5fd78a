package io.kanilint.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
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

    /** GitLab itself gives up after that. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int UNIT = 1024;
    /** In units; pieces grow up to that, so that a body has no more room than twice what came of it. */
    private static final int CHUNK = 64;
    /** Chunks that a body may have however many others there are; nearly all webhooks have one. */
    static final int FEW = 16;
    /** Chunks that larger bodies leave to those. */
    static final int RESERVE = 64;

    private static final int LEAST_CHUNKS = LARGEST / (CHUNK * UNIT) + 1 + RESERVE;

    private final Semaphore units;
    private final InstantSource clock;

    @Autowired
    HookBodies(Clock clock) {
        this((int) Math.max(LEAST_CHUNKS, Runtime.getRuntime().maxMemory() / 4 / (CHUNK * UNIT)), clock);
    }

    HookBodies(int chunks, InstantSource clock) {
        this.units = new Semaphore(chunks * CHUNK);
        this.clock = clock;
    }

    /** Answers with what {@code use} makes of the body, or says why there is none. */
    ResponseEntity<String> answer(long length, InputStream stream, Function<HookBody, ResponseEntity<String>> use) {
        if (length > LARGEST) {
            return tooLarge();
        }
        Instant end = clock.instant().plus(LONGEST);
        int taken = 0;
        int bytes = 0;
        var pieces = new ArrayList<byte[]>();
        try {
            // Room is taken for what came: whoever only opens connections has none.
            for (int first = stream.read(); first >= 0; first = stream.read()) {
                int size = Math.clamp(taken, 1, CHUNK);
                boolean large = taken >= FEW * CHUNK;
                if ((large && units.availablePermits() <= RESERVE * CHUNK) || !units.tryAcquire(size)) {
                    return answer(
                            HttpStatus.SERVICE_UNAVAILABLE, "Too many large requests at once. Send it again later.");
                }
                taken += size;
                byte[] piece = piece((byte) first, size * UNIT, stream, end);
                pieces.add(piece);
                bytes += piece.length;
                if (bytes > LARGEST) {
                    return tooLarge();
                }
            }
            return use.apply(new HookBody(pieces));
        } catch (SocketTimeoutException _) {
            return answer(HttpStatus.REQUEST_TIMEOUT, "The body took too long.");
        } catch (IOException _) {
            return answer(HttpStatus.BAD_REQUEST, "The body did not arrive as a whole.");
        } finally {
            units.release(taken);
        }
    }

    private byte[] piece(byte first, int size, InputStream stream, Instant end) throws IOException {
        byte[] piece = new byte[size];
        piece[0] = first;
        int length = 1;
        int more = 0;
        while (more >= 0) {
            length += more;
            // The time limit of Tomcat begins anew with each byte.
            if (clock.instant().isAfter(end)) {
                throw new SocketTimeoutException();
            }
            more = length == size ? -1 : stream.read(piece, length, size - length);
        }
        return length == size ? piece : Arrays.copyOf(piece, length);
    }

    private static ResponseEntity<String> tooLarge() {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 25 MB.");
    }

    static ResponseEntity<String> answer(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(message + "\n");
    }
}
