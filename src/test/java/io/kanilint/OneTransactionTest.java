package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A delivery is kept together with the work that it asks for, or not at all: then GitLab hears of it. */
class OneTransactionTest {

    @ParameterizedTest
    @EnumSource
    void whereTheWorkCannotBeQueuedTheDeliveryIsNotKept(Database database) {
        var service = SharedService.on(database);
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        var webhook = SharedService.gitlab().webhook(service.hookUri()).withToken(RunningService.WEBHOOK_TOKEN);
        String key = UUID.randomUUID().toString();
        String task = mergeRequest.project().id() + "!" + mergeRequest.iid();
        execute(service, "ALTER TABLE scheduled_tasks ADD CONSTRAINT refused CHECK (task_instance <> '" + task + "')");
        try {
            assertThat(webhook.send("Merge Request Hook", mergeRequest.hookBody("open"), key))
                    .isEqualTo(500);
        } finally {
            execute(service, "ALTER TABLE scheduled_tasks DROP CONSTRAINT refused");
        }
        assertThat(rows(service, "delivery WHERE idempotency_key = '" + key + "'"))
                .isZero();
        assertThat(rows(
                        service,
                        "review_request WHERE project_id = "
                                + mergeRequest.project().id()))
                .isZero();
        assertThat(webhook.send("Merge Request Hook", mergeRequest.hookBody("open"), key))
                .as("GitLab sends the same delivery again")
                .isEqualTo(202);
        service.settle(mergeRequest);
        assertThat(mergeRequest.threads()).hasSize(1);
    }

    private static void execute(RunningService service, String sql) {
        service.database().sql(sql).update();
    }

    private static int rows(RunningService service, String what) {
        return service.database()
                .sql("SELECT count(*) FROM " + what)
                .query(Integer.class)
                .single();
    }
}
