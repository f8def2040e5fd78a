package io.kanilint.delivery;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes on taking webhooks for a moment after the service was told to stop and calls itself not ready: until a load
 * balancer has seen that, it still sends some, and GitLab sends none twice. Comes before the web server's own orderly
 * end, which refuses new connections at once.
 */
@Component
class Draining implements SmartLifecycle {
    private final Duration time;
    private volatile boolean running;

    Draining(@Value("${kanilint.drain}") Duration time) {
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
