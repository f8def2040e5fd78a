package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.Database;
import io.kanilint.SharedService;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Two hooks that tell of the same log at the same time queue it once, and neither fails. */
class LogQueueTest {
    @ParameterizedTest
    @EnumSource
    void theSecondWaitsForTheFirstAndGoesOn(Database database) throws Exception {
        var service = SharedService.on(database);
        var evidence = service.bean(Evidence.class);
        var transaction = service.bean(TransactionTemplate.class);
        var task = LogTask.job(SharedService.project().id(), 1, 7, "");
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> second = transaction.execute(_ -> {
                assertThat(evidence.queue(task)).isTrue();
                Future<Boolean> waiting = other.submit(() -> transaction.execute(_ -> {
                    boolean isNew = evidence.queue(task);
                    // The rest of the hook's transaction.
                    assertThat(service.deliveries()).isNotNegative();
                    return isNew;
                }));
                await().during(Duration.ofMillis(300)).until(() -> !waiting.isDone());
                return waiting;
            });
            assertThat(second.get()).isFalse();
        }
    }
}
