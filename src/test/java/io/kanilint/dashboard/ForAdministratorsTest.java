package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Viewers get nothing that is for administrators, and nothing new by mistake: each address of ours is asked for. */
class ForAdministratorsTest {
    /** Besides what changes something. */
    private static final List<String> HIDDEN = List.of("/audit", "/deliveries", "/health-panel");

    /** Anybody has tokens of his own; GitLab's webhooks have a secret. */
    private static final Set<String> EVERYBODYS =
            Set.of("POST /tokens", "POST /tokens/{id}/revoke", "POST /webhooks/gitlab");

    private final RunningService service = SharedService.service();
    private final Rows rows = new Rows(service);

    @Test
    void viewersGetNothingOfIt() {
        rows.project("doors/p" + rows.project);
        rows.mergeRequest(1, "Build", "https://gitlab.example/doors/-/merge_requests/1");
        rows.finding(1, "multi-build-job", "build");
        var ids = Map.of(
                "deliveries", rows.delivery("Push Hook", "ignored", 1, 0),
                "findings", one("SELECT max(id) FROM finding WHERE project_id = " + rows.project),
                "reviews", rows.review(1, "reviewed", "Why."),
                "projects", rows.project);
        Visitor viewer = Visitor.viewer(service, rows.project);
        Program program = Program.viewer(service, rows.project);

        assertThat(viewer.page("/")).as("wakes Spring's servlet up").isNotEmpty();
        var forAdministrators = new TreeSet<String>();
        var forAll = new TreeSet<String>();
        for (String mapping : mappings()) {
            String method = mapping.substring(0, mapping.indexOf(' '));
            String pattern = mapping.substring(mapping.indexOf(' ') + 1);
            String path = path(pattern, ids);
            if (EVERYBODYS.contains(mapping)) {
                continue;
            }
            boolean hidden = !method.equals("GET")
                    || HIDDEN.stream().anyMatch(pattern.replace(ApiEndpoint.ROOT, "")::startsWith);
            int status = pattern.startsWith(ApiEndpoint.ROOT)
                    ? (method.equals("GET") ? program.get(path) : program.post(path, "{}")).statusCode()
                    : (method.equals("GET") ? viewer.get(path) : viewer.post(path, "A reason.")).statusCode();
            assertThat(status).as(mapping).isIn(hidden ? Set.of(403, 404) : Set.of(200));
            (hidden ? forAdministrators : forAll).add(mapping);
        }
        assertThat(forAdministrators)
                .contains(
                        "GET /audit", "GET /deliveries/{id}", "GET /api/v1/deliveries", "POST /deliveries/{id}/again");
        assertThat(forAll).contains("GET /", "GET /findings.csv", "GET /rules/{id}");
    }

    /** In words like {@code GET /deliveries/{id}}. */
    private List<String> mappings() {
        return Objects.requireNonNull(service.bean(DispatcherServlet.class).getHandlerMappings()).stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(all -> ((RequestMappingHandlerMapping) all).getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.kanilint."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern.replaceAll("\\{(\\w+):[^/]*}", "{$1}"))))
                .toList();
    }

    private static String path(String pattern, Map<String, Long> ids) {
        String kind = Stream.of(pattern.replace(ApiEndpoint.ROOT, "").split("/"))
                .skip(1)
                .findFirst()
                .orElse("");
        return pattern.replace("{iid}", "1")
                .replaceAll(
                        "\\{(id|projectId)}",
                        kind.equals("rules") ? "multi-build-job" : "" + ids.getOrDefault(kind, 0L));
    }

    private long one(String sql) {
        return service.database().sql(sql).query(Long.class).single();
    }
}
