package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Puts logs in line to be read. Two hooks can tell of the same one at the same time, with no row of ours to lock, and the
 * scheduler's own insertion, where it fails, ends the transaction on PostgreSQL: the webhook would be answered with an
 * error. Nobody waits for a log, so the next poll is soon enough.
 */
@Repository
class LogQueue {
    private final JdbcClient jdbc;

    LogQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a task; false if it is there. */
    boolean add(TaskInstance<String> task, Instant time) {
        return jdbc.sql("""
                                INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked,
                                    version)
                                VALUES (?, ?, ?, ?, FALSE, 1)
                                ON CONFLICT DO NOTHING
                                """)
                        .params(
                                task.getTaskName(),
                                task.getId(),
                                Serializer.DEFAULT_JAVA_SERIALIZER.serialize(task.getData()),
                                time.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
