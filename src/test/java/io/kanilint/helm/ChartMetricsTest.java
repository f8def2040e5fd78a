package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Metrics, alerts and the dashboard. */
class ChartMetricsTest {
    private static final Pattern METRIC = Pattern.compile("\\bkanilint_[a-z_]+");

    /** As the service tells them; a timer has a count, a sum and the longest of late. */
    private static final Set<String> METRICS = Set.of(
            "kanilint_deliveries_total",
            "kanilint_acknowledgement_seconds_bucket",
            "kanilint_acknowledgement_seconds_count",
            "kanilint_acknowledgement_seconds_sum",
            "kanilint_acknowledgement_seconds_max",
            "kanilint_queue_length",
            "kanilint_queue_oldest_age_seconds",
            "kanilint_reviews_seconds_count",
            "kanilint_reviews_seconds_sum",
            "kanilint_reviews_seconds_max",
            "kanilint_gitlab_calls_seconds_count",
            "kanilint_gitlab_calls_seconds_sum",
            "kanilint_gitlab_quota_remaining",
            "kanilint_findings_total");

    @Test
    void prometheusReadsByTheService() {
        var made = Chart.render("metrics: {serviceMonitor: {enabled: true, labels: {release: prometheus}}}");
        var monitor = made.one(ServiceMonitor.class);
        assertThat(monitor.getMetadata().getLabels()).containsEntry("release", "prometheus");
        assertThat(monitor.getSpec().getEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPort()).isEqualTo("http");
            assertThat(endpoint.getPath()).isEqualTo("/actuator/prometheus");
        });
        assertThat(made.some(PodMonitor.class)).isEmpty();
    }

    @Test
    void prometheusReadsByThePods() {
        var made = Chart.render("metrics: {podMonitor: {enabled: true, interval: 1m}}");
        assertThat(made.one(PodMonitor.class).getSpec().getPodMetricsEndpoints())
                .singleElement()
                .satisfies(endpoint -> assertThat(endpoint.getInterval()).isEqualTo("1m"));
        assertThat(made.some(ServiceMonitor.class)).isEmpty();
    }

    @Test
    void alertsAskForMetricsThatThereAre() {
        var made = Chart.render("metrics: {prometheusRule: {enabled: true, queueAgeSeconds: 120}}");
        var rules =
                made.one(PrometheusRule.class).getSpec().getGroups().getFirst().getRules();
        assertThat(rules).hasSize(7).allSatisfy(rule -> {
            assertThat(rule.getExpr().getStrVal())
                    .contains("namespace=\"review\",container=\"kanilint\",pod=~\"kanilint-[a-z0-9]+-[a-z0-9]+\"");
            assertThat(METRICS).containsAll(metrics(rule.getExpr().getStrVal()));
            assertThat(rule.getAnnotations().get("summary")).isNotBlank();
        });
        assertThat(rules)
                .anySatisfy(rule -> assertThat(rule.getExpr().getStrVal()).endsWith("> 120"));
    }

    @Test
    void theDashboardAsksForMetricsThatThereAre() {
        var made = Chart.render("metrics: {dashboard: {enabled: true, annotations: {folder: CI}}}");
        var map = made.one(ConfigMap.class);
        assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
        String text = map.getData().get("kanilint.json");
        var dashboard = new JsonMapper().readTree(text);
        assertThat(dashboard.at("/panels")).hasSizeGreaterThan(10);
        assertThat(METRICS).containsAll(metrics(text));
    }

    private static Set<String> metrics(String text) {
        var found = new TreeSet<String>();
        METRIC.matcher(text).results().forEach(result -> found.add(result.group()));
        return found;
    }
}
