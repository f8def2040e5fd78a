package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service in this process, connected to a stand-in for GitLab. Its database is in memory unless told otherwise. */
public final class RunningService implements AutoCloseable {
    public static final String WEBHOOK_TOKEN = "a-webhook-token-for-tests";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
        all.put("kanilint.drain", "0s");
        all.put("kanilint.access.password-strength", "4");
        all.put("db-scheduler.polling-interval", "50ms");
        all.put("db-scheduler.shutdown-max-wait", "2s");
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

    /** Sends whatever a test wants to send to the webhook's address. */
    public HttpResponse<String> post(BodyPublisher body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(hookUri())
                .timeout(Duration.ofSeconds(20))
                .POST(body);
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    /** Lets GitLab send the hook of a merge request; returns the status of the answer. */
    public int hook(MergeRequest mergeRequest, String action) {
        return gitlab.sendHook(hookUri(), WEBHOOK_TOKEN, mergeRequest, action);
    }

    /** Lets GitLab send the hook of a merge request and waits until everything that it asks for is done. */
    public void review(MergeRequest mergeRequest, String action) {
        assertThat(hook(mergeRequest, action)).isEqualTo(202);
        settle(mergeRequest);
    }

    /** Waits until no look at a merge request is waiting or under way. */
    public void settle(MergeRequest mergeRequest) {
        await("the review of " + mergeRequest.webUrl())
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> task(mergeRequest).isEmpty());
    }

    /** When the next look at a merge request is due, if there is to be one. */
    public Optional<Instant> task(MergeRequest mergeRequest) {
        return database()
                .sql("SELECT execution_time FROM scheduled_tasks WHERE task_instance = ?")
                .param(mergeRequest.project().id() + "!" + mergeRequest.iid())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** How many looks at it failed in a row, as the queue has it. */
    public int failures(MergeRequest mergeRequest) {
        return database()
                .sql("SELECT consecutive_failures FROM scheduled_tasks WHERE task_instance = ? AND picked = FALSE")
                .param(mergeRequest.project().id() + "!" + mergeRequest.iid())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Brings the next look forward, as if the time had passed. */
    public void hurry(MergeRequest mergeRequest) {
        database()
                .sql("UPDATE scheduled_tasks SET execution_time = ? WHERE task_instance = ? AND picked = FALSE")
                .param(Instant.now().atOffset(ZoneOffset.UTC))
                .param(mergeRequest.project().id() + "!" + mergeRequest.iid())
                .update();
    }

    /** The outcomes of all looks at a merge request, oldest first. */
    public List<String> outcomes(MergeRequest mergeRequest) {
        return database()
                .sql("SELECT outcome FROM review WHERE project_id = ? AND merge_request_iid = ? ORDER BY id")
                .params(mergeRequest.project().id(), mergeRequest.iid())
                .query(String.class)
                .list();
    }

    /** Why the last look at a merge request ended without a result. */
    public String reason(MergeRequest mergeRequest) {
        return database()
                .sql(
                        "SELECT reason FROM review WHERE project_id = ? AND merge_request_iid = ? ORDER BY id DESC LIMIT 1")
                .params(mergeRequest.project().id(), mergeRequest.iid())
                .query(String.class)
                .single();
    }

    public int deliveries() {
        return database()
                .sql("SELECT count(*) FROM delivery")
                .query(Integer.class)
                .single();
    }

    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether a part of this type was made. */
    public boolean has(Class<?> type) {
        return context.getBeanNamesForType(type).length > 0;
    }

    @Override
    public void close() {
        context.close();
    }
}
