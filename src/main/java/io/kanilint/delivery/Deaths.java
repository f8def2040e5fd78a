package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts tasks in line again whose process died, and gives up those that may be why it did: else one that takes all the memory
 * would end each process that takes it over. Each death counts since the task was made or went well; the queue's own
 * count of failures has those too that nobody died of.
 */
@Component
class Deaths {
    static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Deaths.class);
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deaths(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Revives the task, or has it given up. */
    void revive(ExecutionComplete completed, ExecutionOperations<?> operations, Consumer<Judgement> giveUp) {
        TaskInstance<?> task = completed.getExecution().taskInstance;
        transaction.executeWithoutResult(_ -> {
            int deaths = count(task);
            if (deaths < MOST) {
                operations.reschedule(completed, clock.instant().plusMillis(pause(deaths)));
            } else {
                LOG.error(
                        "The task {} is given up: the service ended {} times while it ran.",
                        task.getTaskAndInstance(),
                        deaths);
                giveUp.accept(new Judgement(
                        Verdict.FAILED,
                        "The service ended %d times without a word while it did this, so it is not tried again. Was there too little memory?"
                                .formatted(deaths)));
            }
        });
    }

    /** In milliseconds. What died together is not tried together again, so that it shows of which of them the rest died. */
    private static long pause(int deaths) {
        return deaths == 1 ? 0 : ThreadLocalRandom.current().nextLong(SPREAD.toMillis() << (deaths - 1));
    }

    private int count(TaskInstance<?> task) {
        jdbc.sql("""
                        UPDATE scheduled_tasks
                        SET deaths = CASE WHEN COALESCE(consecutive_failures, 0) = 0 THEN 1 ELSE deaths + 1 END
                        WHERE task_name = ? AND task_instance = ?
                        """).params(task.getTaskName(), task.getId()).update();
        return jdbc.sql("SELECT deaths FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?")
                .params(task.getTaskName(), task.getId())
                .query(Integer.class)
                .optional()
                .orElse(1);
    }
}
