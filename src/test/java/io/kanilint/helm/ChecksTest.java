package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks at everything that the chart makes sees what would be wrong. */
class ChecksTest {
    private static final String MADE = Chart.text();

    @ParameterizedTest
    @CsvSource({
        "runAsNonRoot: true, runAsNonRoot: false, may run as root",
        "runAsUser: 10001, runAsUser: 0, runs as root",
        "type: RuntimeDefault, type: Unconfined, has no seccomp profile",
        "allowPrivilegeEscalation: false, allowPrivilegeEscalation: true, may gain privileges",
        "readOnlyRootFilesystem: true, readOnlyRootFilesystem: false, may write to its image's files",
        "- ALL, - KILL, has capabilities",
        "containerPort: 8080, hostPort: 8080, takes a port of its host",
        "automountServiceAccountToken: false, automountServiceAccountToken: true, gets a token",
        "enableServiceLinks: false, hostNetwork: true, shares something with its host",
        "emptyDir: {}, hostPath: {path: /}, has the volume tmp",
        "memory: 384Mi, ephemeral-storage: 1Gi, has no limit of memory",
    })
    void whatTheRestrictedProfileForbidsIsSeen(String right, String wrong, String word) {
        String changed = MADE.replace(right, wrong);
        assertThat(changed).isNotEqualTo(MADE);
        assertThat(RestrictedProfile.violations(Rendering.of(changed)))
                .anySatisfy(violation -> assertThat(violation).contains(word));
    }

    @ParameterizedTest
    @CsvSource({
        "containerPort: 8080, containerPorts: 8080, containerPorts",
        "containerPort: 8080, containerPort: \"8080\", 8080",
        "value: \"8080\", value: 8080, String",
        "periodSeconds: 5, period: 5, period",
        "kind: Service\\n, kind: Secret\\n, Secret",
        "protocol: UDP, protocol: UDP\\n          protocol: TCP, duplicate key",
    })
    void whatKubernetesWouldRefuseIsRefused(String right, String wrong, String word) {
        String changed = MADE.replace(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
        assertThat(changed).isNotEqualTo(MADE);
        assertThatThrownBy(() -> Rendering.of(changed)).hasMessageContaining(word);
    }

    @ParameterizedTest
    @CsvSource({
        "value: \"comment\", value: \"glpat-abcdefg\"",
        "/kanilint\", /kanilint?password=abc\"",
        "name: PORT, name: MY_TOKEN",
        "https://gitlab.com, https://bot:abc@gitlab.com",
    })
    void secretsInTheOpenAreSeen(String right, String wrong) {
        String changed = MADE.replace(right, wrong);
        assertThat(changed).isNotEqualTo(MADE);
        assertThat(InlineSecrets.in(Rendering.of(changed))).isNotEmpty();
        assertThat(InlineSecrets.in(Rendering.of(MADE))).isEmpty();
        assertThat(Rendering.of(MADE).one(Deployment.class)).isNotNull();
    }
}
