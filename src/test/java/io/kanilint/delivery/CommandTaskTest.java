package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.SharedService;
import io.kanilint.command.FailingClerk;
import io.kanilint.trace.Traces;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of a command, whatever happens around it. */
class CommandTaskTest {
    @ParameterizedTest
    @EnumSource
    void whereNotEvenAnApologyCanBeMadeTheCommandEnds(Database database) {
        var service = SharedService.on(database);
        CommandLog log = service.bean(CommandLog.class);
        long noteId = 9_000_000;
        log.add(
                new Hook.Note("test", SharedService.project().id(), 1, noteId, 7, "@kanilint-bot help"),
                UUID.randomUUID().toString(),
                Instant.now());
        var task = new CommandTask(
                new FailingClerk(),
                log,
                service.bean(Deliveries.class),
                service.bean(ReviewQueue.class),
                service.bean(Retrier.class),
                Traces.NONE,
                service.bean(TransactionTemplate.class),
                service.bean(Clock.class));
        var fate = new Fate<Void>();
        task.failed(Fate.thrown(CommandTask.instance(noteId), 5, new IllegalStateException("the first fault")), fate);
        fate.assertStopped();
        assertThat(log.find(noteId).orElseThrow().state()).isEqualTo("failed");
    }
}
