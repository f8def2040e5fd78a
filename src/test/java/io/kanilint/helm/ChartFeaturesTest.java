package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each setting of the chart brings. */
class ChartFeaturesTest {

    @Test
    void anIngressLeadsToTheService() {
        var made = Chart.render("""
                publicUrl: ""
                ingress:
                  enabled: true
                  className: nginx
                  hosts: [kanilint.example.org]
                  tls: [{secretName: kanilint-tls, hosts: [kanilint.example.org]}]
                """);
        var ingress = made.one(Ingress.class);
        assertThat(ingress.getSpec().getRules()).singleElement().satisfies(rule -> {
            assertThat(rule.getHost()).isEqualTo("kanilint.example.org");
            var backend = rule.getHttp().getPaths().getFirst().getBackend().getService();
            assertThat(backend.getName() + " " + backend.getPort().getName()).isEqualTo("kanilint http");
        });
        assertThat(ingress.getMetadata().getAnnotations())
                .containsEntry("nginx.ingress.kubernetes.io/proxy-body-size", "26m");
        assertThat(made.setting("KANILINT_PUBLIC_URL")).isEqualTo("https://kanilint.example.org");
    }

    @Test
    void aRouteLeadsToTheService() {
        var made = Chart.render("""
                publicUrl: ""
                httpRoute:
                  enabled: true
                  parentRefs: [{name: public, namespace: gateways, sectionName: https}]
                  hostnames: [kanilint.example.org]
                """);
        var route = made.one(HTTPRoute.class).getSpec();
        assertThat(route.getParentRefs().getFirst().getName()).isEqualTo("public");
        assertThat(route.getRules().getFirst().getBackendRefs().getFirst().getPort())
                .isEqualTo(80);
        assertThat(made.setting("KANILINT_PUBLIC_URL")).isEqualTo("https://kanilint.example.org");
    }

    @Test
    void theCpuSetsTheNumberOfReplicas() {
        var made = Chart.render("autoscaling: {enabled: true}");
        assertThat(made.one(Deployment.class).getSpec().getReplicas()).isNull();
        assertThat(made.some(PodDisruptionBudget.class)).isPresent();
        var scaler = made.one(HorizontalPodAutoscaler.class).getSpec();
        assertThat(scaler.getMetrics())
                .singleElement()
                .satisfies(metric -> assertThat(metric.getResource().getName()).isEqualTo("cpu"));
    }

    @ParameterizedTest
    @CsvSource({"external, External", "pods, Pods"})
    void theAgeOfTheQueueSetsTheNumberOfReplicas(String source, String type) {
        var made = Chart.render("""
                autoscaling:
                  enabled: true
                  cpuUtilization: null
                  queueAge: {source: %s, seconds: 90, matchLabels: {team: ci}}
                """.formatted(source));
        assertThat(made.one(HorizontalPodAutoscaler.class).getSpec().getMetrics())
                .singleElement()
                .satisfies(metric -> {
                    assertThat(metric.getType()).isEqualTo(type);
                    var own = metric.getExternal() == null
                            ? metric.getPods().getMetric()
                            : metric.getExternal().getMetric();
                    assertThat(own.getName()).isEqualTo("kanilint_queue_oldest_age_seconds");
                    assertThat(own.getSelector().getMatchLabels()).containsEntry("team", "ci");
                });
    }

    @Test
    void oneReplicaNeedsNoDisruptionBudget() {
        assertThat(Chart.render("replicaCount: 1").some(PodDisruptionBudget.class))
                .isEmpty();
        assertThat(Chart.render("podDisruptionBudget: {enabled: false}").some(PodDisruptionBudget.class))
                .isEmpty();
    }

    @Test
    void peopleSignInWithGitLab() {
        var made = Chart.render("""
                secrets: {keys: {oidcClientSecret: oidc, adminPassword: admin, webhookSigningKeys: signing}}
                oidc: {clientId: abc123, adminGroups: [it/admins], viewerGroups: [dev, it]}
                """);
        assertThat(made.setting("KANILINT_OIDC_CLIENT_ID")).isEqualTo("abc123");
        assertThat(made.setting("KANILINT_OIDC_CLIENT_SECRET_FILE"))
                .isEqualTo("/etc/kanilint/secrets/oidc-client-secret");
        assertThat(made.setting("KANILINT_ADMIN_PASSWORD_FILE")).isEqualTo("/etc/kanilint/secrets/admin-password");
        assertThat(made.setting("KANILINT_WEBHOOK_SIGNING_KEYS_FILE"))
                .isEqualTo("/etc/kanilint/secrets/webhook-signing-keys");
        assertThat(made.setting("KANILINT_ADMIN_GROUPS")).isEqualTo("it/admins");
        assertThat(made.setting("KANILINT_VIEWER_GROUPS")).isEqualTo("dev,it");
    }

    @Test
    void secretsComeFromAnExternalStore() {
        var made = Chart.render("""
                secrets: {name: ""}
                externalSecret:
                  enabled: true
                  secretStoreRef: {name: vault, kind: ClusterSecretStore}
                  data:
                    - {secretKey: gitlab-token, remoteRef: {key: kanilint, property: gitlab}}
                    - {secretKey: webhook-tokens, remoteRef: {key: kanilint, property: hooks}}
                    - {secretKey: database-password, remoteRef: {key: kanilint, property: database}}
                """);
        assertThat(made.one(ExternalSecret.class).spec().target().name()).isEqualTo("kanilint");
        assertThat(made.one(Deployment.class).getSpec().getTemplate().getSpec().getVolumes())
                .anySatisfy(volume -> assertThat(volume.getSecret())
                        .isNotNull()
                        .returns("kanilint", secret -> secret.getSecretName()));
    }

    @Test
    void theDatabasePasswordCanLieElsewhere() {
        var made = Chart.render("database: {user: app, passwordSecret: {name: postgres-app}}");
        var password = made.variable("KANILINT_DB_PASSWORD")
                .orElseThrow()
                .getValueFrom()
                .getSecretKeyRef();
        assertThat(password.getName() + " " + password.getKey()).isEqualTo("postgres-app password");
        assertThat(made.setting("KANILINT_DB_USER")).isEqualTo("app");
    }

    @Test
    void moreAuthoritiesAreTrusted() {
        var made = Chart.render("caBundle: {configMap: company-ca, key: ca.pem, image: registry.example.com/jdk:25}");
        var pod = made.one(Deployment.class).getSpec().getTemplate().getSpec();
        assertThat(pod.getInitContainers())
                .singleElement()
                .satisfies(trust -> assertThat(trust.getImage()).isEqualTo("registry.example.com/jdk:25"));
        assertThat(made.options()).contains("-Djavax.net.ssl.trustStore=/etc/kanilint/trust/cacerts");
        assertThat(pod.getVolumes())
                .anySatisfy(volume ->
                        assertThat(volume.getConfigMap()).isNotNull().returns("company-ca", map -> map.getName()));
    }

    @Test
    void gitLabIsReachedByAProxy() {
        var made = Chart.render("proxy: {host: proxy.example.com, port: 8888, exceptions: ['*.example.org']}");
        assertThat(made.options())
                .contains(
                        "-Dhttps.proxyHost=proxy.example.com",
                        "-Dhttps.proxyPort=8888",
                        "-Dhttp.proxyHost=proxy.example.com",
                        "-Dhttp.nonProxyHosts=localhost|127.*|*.example.org");
    }

    @Test
    void defaultsForAllProjectsAreAFile() {
        String defaults = """
                defaults: |
                  rules:
                    floating-image-tag: %s
                """;
        var made = Chart.render(defaults.formatted("off"));
        assertThat(made.one(ConfigMap.class).getData().get("defaults.yml"))
                .isEqualTo("rules:\n  floating-image-tag: off\n");
        assertThat(made.setting("KANILINT_DEFAULTS_FILE")).isEqualTo("/etc/kanilint/settings/defaults.yml");
        // Pods are started anew when it changes.
        assertThat(annotations(made)).isNotEqualTo(annotations(Chart.render(defaults.formatted("info"))));
    }

    private static Object annotations(Rendering made) {
        return made.one(Deployment.class).getSpec().getTemplate().getMetadata().getAnnotations();
    }

    @Test
    void settingsReachTheService() {
        var made = Chart.render("""
                gitlab: {url: "https://gitlab.example.com/sub"}
                mode: shadow
                logFormat: json
                tracing: {endpoint: "http://collector.monitoring:4318"}
                commitStatus: false
                retention: {deliveries: 30d, findings: 365d}
                drainSeconds: 20
                image: {tag: 1.2.3, digest: "sha256:%s", pullSecrets: [{name: login}]}
                java: {heap: 600m, options: ["-XX:+UseSerialGC"]}
                resources: {limits: {memory: 1Gi}}
                extraEnv: [{name: TZ, value: Europe/Berlin}, {name: MY_TOKEN, valueFrom: {secretKeyRef: {name: a, key: b}}}]
                podLabels: {team: ci, app.kubernetes.io/name: other}
                nodeSelector: {disk: fast}
                tolerations: [{key: ci, operator: Exists, effect: NoSchedule}]
                priorityClassName: high
                serviceAccount: {create: false}
                """.formatted("a1".repeat(32)));
        assertThat(made.setting("KANILINT_GITLAB_URL")).isEqualTo("https://gitlab.example.com/sub");
        assertThat(made.setting("KANILINT_MODE")).isEqualTo("shadow");
        assertThat(made.setting("KANILINT_LOG_FORMAT")).isEqualTo("json");
        assertThat(made.setting("OTEL_EXPORTER_OTLP_ENDPOINT")).isEqualTo("http://collector.monitoring:4318");
        assertThat(Chart.render().variable("OTEL_EXPORTER_OTLP_ENDPOINT")).isEmpty();
        assertThat(made.setting("KANILINT_COMMIT_STATUS")).isEqualTo("off");
        assertThat(made.setting("KANILINT_RETENTION_DELIVERIES")).isEqualTo("30d");
        assertThat(made.setting("KANILINT_RETENTION_FINDINGS")).isEqualTo("365d");
        assertThat(made.setting("KANILINT_DRAIN")).isEqualTo("20s");
        assertThat(made.setting("TZ")).isEqualTo("Europe/Berlin");
        assertThat(made.service().getImage()).endsWith("@sha256:" + "a1".repeat(32));
        assertThat(made.options()).contains("-Xmx600m", "-XX:+UseSerialGC");
        var template = made.one(Deployment.class).getSpec().getTemplate();
        assertThat(template.getSpec().getTerminationGracePeriodSeconds()).isEqualTo(95);
        assertThat(template.getMetadata().getLabels())
                .containsEntry("team", "ci")
                .containsEntry("app.kubernetes.io/name", "kanilint");
        assertThat(made.some(ServiceAccount.class)).isEmpty();
        assertThat(template.getSpec().getServiceAccountName()).isEqualTo("default");
    }

    @Test
    void aPlatformMayChooseTheUser() {
        var made = Chart.render("podSecurityContext: {runAsUser: null, runAsGroup: null, fsGroup: null}");
        var context =
                made.one(Deployment.class).getSpec().getTemplate().getSpec().getSecurityContext();
        assertThat(context.getRunAsUser()).isNull();
        assertThat(context.getRunAsNonRoot()).isTrue();
        // Such numbers must not come out as 1.00065e+09.
        assertThat(Chart.render("podSecurityContext: {runAsUser: 1000650000}").text())
                .contains("runAsUser: 1000650000\n");
    }

    @Test
    void longNamesAreCut() {
        var made = Chart.render("fullnameOverride: " + "a-very-long-name-".repeat(5) + "end");
        assertThat(made.all(Pod.class))
                .allSatisfy(pod -> assertThat(pod.getMetadata().getName()).hasSizeLessThan(64));
    }

    @Test
    void testsRunWhereTheServiceDoes() {
        var made = Chart.render("""
                nodeSelector: {pool: tools}
                tolerations: [{key: tools, operator: Exists}]
                priorityClassName: high
                """);
        var service = made.one(Deployment.class).getSpec().getTemplate().getSpec();
        assertThat(service.getNodeSelector()).containsEntry("pool", "tools");
        assertThat(service.getPriorityClassName()).isEqualTo("high");
        assertThat(made.all(Pod.class)).hasSize(2).allSatisfy(pod -> {
            assertThat(pod.getSpec().getNodeSelector()).isEqualTo(service.getNodeSelector());
            assertThat(pod.getSpec().getTolerations()).isEqualTo(service.getTolerations());
            assertThat(pod.getSpec().getPriorityClassName()).isEqualTo("high");
        });
    }

    @Test
    void theTestLooksAtTheSettingsOfTheService() {
        var made = Chart.render();
        assertThat(made.all(Pod.class))
                .filteredOn(pod -> pod.getMetadata().getName().endsWith("-doctor"))
                .singleElement()
                .satisfies(pod -> {
                    assertThat(pod.getMetadata().getAnnotations()).containsEntry("was.helm.sh/hook", "test");
                    var doctor = pod.getSpec().getContainers().getFirst();
                    assertThat(doctor.getArgs()).containsExactly("doctor");
                    assertThat(doctor.getEnv()).isEqualTo(made.service().getEnv());
                    assertThat(doctor.getVolumeMounts())
                            .isEqualTo(made.service().getVolumeMounts());
                });
        assertThat(Chart.render("tests: {doctor: false}").all(Pod.class)).hasSize(1);
    }
}
