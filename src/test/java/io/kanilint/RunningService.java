package io.kanilint;

import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service in this process, connected to a stand-in for GitLab. Its database is in memory unless told otherwise. */
public final class RunningService implements AutoCloseable {
    public static final String WEBHOOK_TOKEN = "a-webhook-token-for-tests";

    private final StandInGitLab gitlab;
    private final ConfigurableApplicationContext context;

    private RunningService(StandInGitLab gitlab, ConfigurableApplicationContext context) {
        this.gitlab = gitlab;
        this.context = context;
    }

    /** Starts the service; {@code settings} are Spring properties that replace the usual ones. */
    public static RunningService start(StandInGitLab gitlab, Map<String, String> settings) {
        var all = new LinkedHashMap<String, String>();
        all.put("server.port", "0");
        all.put("kanilint.gitlab.url", gitlab.url());
        all.put("kanilint.gitlab.token", gitlab.token());
        all.put("kanilint.webhook.tokens", WEBHOOK_TOKEN);
        all.put("kanilint.retry.first", "100ms");
        all.put("db-scheduler.polling-interval", "50ms");
        all.put("spring.datasource.url", memoryDatabase());
        all.putAll(settings);
        String[] arguments = all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new RunningService(gitlab, new SpringApplicationBuilder(KanilintService.class).run(arguments));
    }

    public static RunningService start(StandInGitLab gitlab) {
        return start(gitlab, Map.of());
    }

    private static String memoryDatabase() {
        return "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
    }

    public URI hookUri() {
        return URI.create("http://localhost:" + port() + "/webhooks/gitlab");
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Lets GitLab send the hook of a merge request; returns the status of the answer. */
    public int hook(MergeRequest mergeRequest, String action) {
        return gitlab.sendHook(hookUri(), WEBHOOK_TOKEN, mergeRequest, action);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
