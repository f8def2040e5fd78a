package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A delivery that comes many times at once is one delivery. */
class DeliveryOnceTest {
    private static final int THREADS = 20;

    @ParameterizedTest
    @EnumSource
    void theSameKeyFromManySendersAtOnceIsOneDelivery(Database database) throws Exception {
        var service = SharedService.on(database);
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        var webhook = SharedService.gitlab().webhook(service.hookUri()).withToken(RunningService.WEBHOOK_TOKEN);
        String key = UUID.randomUUID().toString();
        String body = mergeRequest.hookBody("open");
        var start = new CyclicBarrier(THREADS);
        Callable<Integer> sender = () -> {
            start.await();
            return webhook.send("Merge Request Hook", body, key);
        };
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = senders.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(_ -> sender).toList());
            assertThat(answers).extracting(Future::get).containsOnly(202);
        }
        service.settle(mergeRequest);
        assertThat(service.database()
                        .sql("SELECT count(*) FROM delivery WHERE idempotency_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(service.outcomes(mergeRequest)).hasSize(1);
        assertThat(mergeRequest.notes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void manyDeliveriesForOneMergeRequestLeaveOneComment(Database database) throws Exception {
        var service = SharedService.on(database);
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        var start = new CyclicBarrier(THREADS);
        Callable<Integer> sender = () -> {
            start.await();
            return service.hook(mergeRequest, "open");
        };
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = senders.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(_ -> sender).toList());
            assertThat(answers).extracting(Future::get).containsOnly(202);
        }
        service.settle(mergeRequest);
        assertThat(mergeRequest.notes()).hasSize(1);
        assertThat(mergeRequest.statuses()).hasSize(1);
        assertThat(service.outcomes(mergeRequest).size()).isLessThan(THREADS);
    }
}
