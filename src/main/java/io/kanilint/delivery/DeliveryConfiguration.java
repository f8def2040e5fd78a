package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue: db-scheduler on the service's own database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WebhookProperties.class, RetryProperties.class, RetentionProperties.class})
class DeliveryConfiguration {

    /** The tasks know the scheduler's name for the task; the rest is asked for late, since each needs the other. */
    @Bean
    Task<String> reviewTaskDefinition(ObjectProvider<ReviewTask> task, ObjectProvider<Deaths> deaths) {
        return Tasks.custom(ReviewTask.NAME, String.class)
                .onFailure((completed, operations) -> task.getObject().failed(completed, operations))
                .onDeadExecution((completed, operations) -> deaths.getObject()
                        .revive(
                                completed,
                                operations,
                                judgement -> task.getObject().giveUp(judgement, completed, operations)))
                .execute((instance, _) -> task.getObject().run(instance));
    }

    @Bean
    Task<Void> commandTaskDefinition(ObjectProvider<CommandTask> task, ObjectProvider<Deaths> deaths) {
        return Tasks.custom(CommandTask.NAME, Void.class)
                .onFailure((completed, operations) -> task.getObject().failed(completed, operations))
                .onDeadExecution((completed, operations) -> deaths.getObject()
                        .revive(
                                completed,
                                operations,
                                judgement -> task.getObject().giveUp(judgement, completed, operations)))
                .execute((instance, _) -> task.getObject().run(instance));
    }

    /** As for reviews. */
    @Bean
    Task<String> logTaskDefinition(ObjectProvider<LogTask> task, ObjectProvider<Deaths> deaths) {
        return Tasks.custom(LogTask.NAME, String.class)
                .onFailure((completed, operations) -> task.getObject().failed(completed, operations))
                .onDeadExecution((completed, operations) -> deaths.getObject()
                        .revive(
                                completed,
                                operations,
                                judgement -> task.getObject().giveUp(judgement, completed, operations)))
                .execute((instance, _) -> task.getObject().run(instance));
    }

    /** One for all replicas: whoever gets it first. */
    @Bean
    Task<Void> retentionTaskDefinition(ObjectProvider<Retention> task) {
        return Tasks.recurring(Retention.NAME, Schedules.daily(LocalTime.of(2, 40)))
                .execute((_, _) -> task.getObject().run());
    }

    /** Each process gets a name of its own, so that none takes another's tasks for its own after a restart. */
    @Bean
    DbSchedulerCustomizer schedulerCustomizer() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new SchedulerName.Fixed("kanilint-" + UUID.randomUUID()));
            }
        };
    }
}
