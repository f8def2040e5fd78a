package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The chart with nothing set but what has to be. */
class ChartDefaultsTest {
    private static final Rendering MADE = Chart.render();

    @Test
    void helmFindsNothingToComplainAbout() {
        var lint = Chart.lint();
        assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
    }

    @Test
    void thereIsNothingThatNobodyAskedFor() {
        assertThat(MADE.objects())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(
                        Deployment.class,
                        Service.class,
                        ServiceAccount.class,
                        PodDisruptionBudget.class,
                        NetworkPolicy.class,
                        Pod.class,
                        Pod.class);
    }

    @Test
    void twoReplicasTakeTurns() {
        var spec = MADE.one(Deployment.class).getSpec();
        assertThat(spec.getReplicas()).isEqualTo(2);
        assertThat(spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal())
                .isZero();
        assertThat(MADE.one(PodDisruptionBudget.class)
                        .getSpec()
                        .getMaxUnavailable()
                        .getIntVal())
                .isEqualTo(1);
        assertThat(spec.getTemplate().getSpec().getTopologySpreadConstraints())
                .extracting(TopologySpreadConstraint::getTopologyKey)
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
    }

    @Test
    void selectorsFitThePodsOfTheServiceOnly() {
        Map<String, String> pod =
                MADE.one(Deployment.class).getSpec().getTemplate().getMetadata().getLabels();
        Map<String, String> selector = MADE.one(Service.class).getSpec().getSelector();
        assertThat(pod).containsAllEntriesOf(selector);
        assertThat(MADE.one(Deployment.class).getSpec().getSelector().getMatchLabels())
                .isEqualTo(selector);
        assertThat(MADE.one(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())
                .isEqualTo(selector);
        assertThat(MADE.one(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
                .isEqualTo(selector);
        assertThat(MADE.all(Pod.class))
                .noneMatch(test -> test.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()));
    }

    @Test
    void theServiceIsAskedHowItIs() {
        var service = MADE.service();
        assertThat(service.getArgs()).containsExactly("serve");
        assertThat(service.getStartupProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
        assertThat(service.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
        assertThat(service.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
        assertThat(service.getResources().getLimits()).isEqualTo(Map.of("memory", new Quantity("384Mi")));
        assertThat(MADE.options()).contains("-Xmx128m");
    }

    @Test
    void itHasTimeToEnd() {
        var pod = MADE.one(Deployment.class).getSpec().getTemplate().getSpec();
        assertThat(MADE.setting("KANILINT_DRAIN")).isEqualTo("10s");
        assertThat(pod.getTerminationGracePeriodSeconds()).isEqualTo(85);
    }

    @Test
    void itRunsAsANumberedUserWithoutRights() {
        var pod = MADE.one(Deployment.class).getSpec().getTemplate().getSpec();
        assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001);
        assertThat(MADE.one(ServiceAccount.class).getAutomountServiceAccountToken())
                .isFalse();
    }

    @Test
    void secretsAreNamedAndNotHeld() {
        var secrets = MADE.one(Deployment.class).getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .toList();
        assertThat(secrets).singleElement().satisfies(volume -> {
            assertThat(volume.getSecret().getSecretName()).isEqualTo("kanilint-secrets");
            assertThat(volume.getSecret().getItems())
                    .extracting(item -> item.getKey() + " > " + item.getPath())
                    .containsExactly("gitlab-token > gitlab-token", "webhook-tokens > webhook-tokens");
        });
        assertThat(MADE.setting("KANILINT_GITLAB_TOKEN_FILE")).isEqualTo("/etc/kanilint/secrets/gitlab-token");
        assertThat(MADE.setting("KANILINT_WEBHOOK_TOKENS_FILE")).isEqualTo("/etc/kanilint/secrets/webhook-tokens");
        var password = MADE.variable("KANILINT_DB_PASSWORD")
                .orElseThrow()
                .getValueFrom()
                .getSecretKeyRef();
        assertThat(password.getName() + " " + password.getKey()).isEqualTo("kanilint-secrets database-password");
    }

    @Test
    void theVersionIsThatOfTheProject() throws IOException {
        Map<String, Object> chart = new Yaml().load(Files.readString(Chart.FOLDER.resolve("Chart.yaml")));
        // With -SNAPSHOT until the version is released.
        assertThat(Files.readString(Path.of("pom.xml")))
                .containsPattern("<artifactId>kanilint</artifactId>\n  <version>%s(-SNAPSHOT)?<"
                        .formatted(Pattern.quote(String.valueOf(chart.get("appVersion")))));
        assertThat(chart.get("version")).isEqualTo(chart.get("appVersion"));
        assertThat(MADE.service().getImage())
                .isEqualTo("registry.example.com/tools/kanilint:" + chart.get("appVersion"));
    }

    @Test
    void theEmbeddedDatabaseIsUsedByOneAndKept() throws IOException {
        var made = Chart.render(Chart.EMBEDDED);
        var spec = made.one(Deployment.class).getSpec();
        assertThat(spec.getReplicas()).isEqualTo(1);
        assertThat(spec.getStrategy().getType()).isEqualTo("Recreate");
        assertThat(made.some(PodDisruptionBudget.class)).isEmpty();
        assertThat(made.all(Pod.class)).hasSize(1);
        assertThat(made.one(PersistentVolumeClaim.class).getMetadata().getAnnotations())
                .containsEntry("helm.sh/resource-policy", "keep");
        assertThat(made.service().getVolumeMounts())
                .anySatisfy(mount -> assertThat(mount.getMountPath()).isEqualTo("/data"));
        // The service's own URL, in the folder of the volume.
        String own = Files.readString(Path.of("src/main/resources/application.yml"));
        assertThat(own)
                .contains("${KANILINT_DB_URL:" + made.setting("KANILINT_DB_URL").replace("/data/", "./data/") + "}");
        assertThat(Chart.render(Chart.EMBEDDED, "persistence: {existingClaim: kept}")
                        .some(PersistentVolumeClaim.class))
                .isEmpty();
        assertThat(made.some(ConfigMap.class)).isEmpty();
    }
}
