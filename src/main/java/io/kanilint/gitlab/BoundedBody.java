package io.kanilint.gitlab;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Keeps at most so many bytes of an answer; gives up on a larger success or cuts it, cuts the text of a larger failure. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private static final int ENOUGH_OF_A_FAILURE = 64 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final int limit;
    private final boolean cut;
    private Flow.@Nullable Subscription subscription;

    /** @param beginning whether the beginning of a larger success will do */
    BoundedBody(int status, int limit, boolean beginning) {
        boolean failure = status >= 300;
        cut = failure || beginning;
        this.limit = failure ? ENOUGH_OF_A_FAILURE : limit;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[Math.min(buffer.remaining(), limit - kept.size())];
            buffer.get(bytes);
            kept.writeBytes(bytes);
            if (buffer.hasRemaining()) {
                stop();
                return;
            }
        }
    }

    private void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
        if (cut) {
            onComplete();
        } else {
            String size = limit >> 20 == 0 ? limit + " bytes" : (limit >> 20) + " MB";
            onError(new HttpFailure(413, "it is larger than the " + size + " that Kanilint reads", null));
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(kept.toByteArray());
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }
}
