package io.kanilint.dashboard;

import io.kanilint.gitlab.GitLabException;
import io.kanilint.review.DryRun;
import io.kanilint.review.Reviewer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes dry runs, a few at a time and none for longer than a person waits. */
@Component
class DryRunner implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DryRunner.class);
    private static final int AT_ONCE = 2;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Reviewer reviewer;
    private final Duration longest;

    /** What became of one. */
    sealed interface Result {
        /** What it showed. */
        record Done(DryRun run) implements Result {}

        /** Why not, in a sentence for an administrator. */
        record NotDone(String why) implements Result {}
    }

    DryRunner(Reviewer reviewer, @Value("${kanilint.dashboard.longest-dry-run:60s}") Duration longest) {
        this.reviewer = reviewer;
        this.longest = longest;
    }

    Result run(long projectId, long iid, String ciPath) {
        if (!free.tryAcquire()) {
            return new Result.NotDone("Other dry runs are under way. Try again in a minute.");
        }
        Future<DryRun> run = threads.submit(() -> {
            try {
                return reviewer.dryRun(projectId, iid, ciPath);
            } finally {
                free.release();
            }
        });
        return await(run);
    }

    private Result await(Future<DryRun> run) {
        try {
            return new Result.Done(run.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            run.cancel(true);
            return new Result.NotDone(
                    "It was not done after " + Elapsed.words(longest) + ": GitLab answers slowly. Try again later.");
        } catch (InterruptedException _) {
            run.cancel(true);
            Thread.currentThread().interrupt();
            return new Result.NotDone("Kanilint is being stopped.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GitLabException failure) {
                return new Result.NotDone(String.valueOf(failure.getMessage()));
            }
            LOG.error("A dry run failed; this is a fault in Kanilint.", e.getCause());
            return new Result.NotDone("This is a fault in Kanilint; its log says more.");
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
