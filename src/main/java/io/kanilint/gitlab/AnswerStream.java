package io.kanilint.gitlab;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as it arrives. It ends with an exception when it is too large or takes too long. Where it grows, it
 * takes part of the room of all answers, unless who reads it says that he does not hold it.
 */
final class AnswerStream extends FilterInputStream {
    /** What may follow behind the last thing of interest, so that the connection can be used again. */
    private static final int REST = 64 * 1024;

    private final AnswerRoom room;
    private final int limit;
    private final int needed;
    private final Duration patience;
    private final long end;
    private final CompletableFuture<Void> timer = new CompletableFuture<>();
    private boolean held = true;
    private int taken;
    private long read;
    private volatile boolean late;

    /**
     * Waits for an answer no longer than up to a moment.
     *
     * @param length what the answer says of its length, -1 for nothing
     * @param end in the time of {@link System#nanoTime}
     * @param patience how long that is since the request, for messages
     */
    AnswerStream(InputStream body, AnswerRoom room, int limit, long length, long end, Duration patience) {
        super(body);
        this.room = room;
        this.limit = limit;
        this.end = end;
        this.patience = patience;
        needed = length > 0 ? (int) Math.min(limit, length) : limit;
        // Whoever waits for the next bytes is woken only by that.
        timer.orTimeout(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS)
                .exceptionally(_ -> {
                    late = true;
                    closeQuietly();
                    return null;
                });
    }

    /** The same, for who keeps little of it: then it may be larger than all the memory. */
    AnswerStream passing() {
        held = false;
        return this;
    }

    /** What it says in UTF-8, at most so many bytes. */
    String text(int most) throws IOException {
        return new String(readNBytes(most), StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int more;
        try {
            more = in.read(bytes, offset, length);
        } catch (IOException e) {
            throw late ? tooLate() : e;
        }
        if (more > 0) {
            read += more;
            grown();
        }
        return more;
    }

    private void grown() throws IOException {
        if (read > limit) {
            String size = limit >> 20 == 0 ? limit + " bytes" : (limit >> 20) + " MB";
            throw new HttpFailure(413, "it is larger than the " + size + " that Kanilint reads", null);
        }
        if (held && taken == 0 && read > AnswerRoom.SMALL) {
            try {
                if (!room.take(needed, Math.max(0, end - System.nanoTime()))) {
                    throw new HttpTimeoutException("no room beside other large answers");
                }
                taken = needed;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    private HttpTimeoutException tooLate() {
        return new HttpTimeoutException("no whole answer within " + patience.toMillis() + " ms");
    }

    /** Reads what follows, if it is short. */
    void rest() throws IOException {
        in.readNBytes(REST);
    }

    /** Reads a short rest: only then the connection is used again. */
    void finish() {
        try {
            rest();
        } catch (IOException _) {
            // What was asked for is there.
        }
    }

    private void closeQuietly() {
        try {
            in.close();
        } catch (IOException _) {
            // It ends all the same.
        }
    }

    @Override
    public void close() {
        timer.complete(null);
        closeQuietly();
        if (taken > 0) {
            room.giveBack(taken);
            taken = 0;
        }
    }
}
