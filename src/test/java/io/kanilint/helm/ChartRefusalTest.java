package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that cannot be right are refused, with a word that leads to them. */
class ChartRefusalTest {

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of("image: {repository: ''}", "image.repository is required"),
                Arguments.of("publicUrl: ''", "publicUrl is required"),
                Arguments.of("secrets: {name: ''}", "secrets.name is required"),
                Arguments.of("secrets: {keys: {gitlabToken: ''}}", "secrets.keys.gitlabToken is required"),
                Arguments.of("secrets: {keys: {webhookTokens: ''}}", "every webhook is refused"),
                Arguments.of("database: {url: ''}", "database.url is required"),
                Arguments.of(
                        "database: {type: embedded}", "database.url and database.passwordSecret are for PostgreSQL"),
                Arguments.of(Chart.EMBEDDED + "replicaCount: 2", "replicaCount must be 1 with the embedded database"),
                Arguments.of(Chart.EMBEDDED + "autoscaling: {enabled: true}", "autoscaling takes PostgreSQL"),
                Arguments.of("autoscaling: {enabled: true, minReplicas: 9}", "autoscaling.minReplicas is larger"),
                Arguments.of("autoscaling: {enabled: true, cpuUtilization: null}", "autoscaling needs a measure"),
                Arguments.of(
                        "{autoscaling: {enabled: true}, resources: {requests: {cpu: null}}}",
                        "resources.requests.cpu, which is missing"),
                Arguments.of("oidc: {clientId: a, adminGroups: [b]}", "secrets.keys.oidcClientSecret"),
                Arguments.of(
                        "{oidc: {clientId: a}, secrets: {keys: {oidcClientSecret: b}}}",
                        "without groups nobody is let in"),
                Arguments.of("oidc: {viewerGroups: [a]}", "oidc.clientId is missing"),
                Arguments.of("ingress: {enabled: true}", "ingress.hosts is empty"),
                Arguments.of("httpRoute: {enabled: true}", "httpRoute.parentRefs is empty"),
                Arguments.of("externalSecret: {enabled: true}", "externalSecret.secretStoreRef.name is required"),
                Arguments.of(
                        "externalSecret: {enabled: true}",
                        "no secretKey 'gitlab-token', which secrets.keys.gitlabToken"),
                Arguments.of(
                        "metrics: {serviceMonitor: {enabled: true}, podMonitor: {enabled: true}}",
                        "count everything twice"),
                Arguments.of(
                        "{networkPolicy: {ingressController: [{podSelector: {}}]}, metrics: {podMonitor: {enabled: true}}}",
                        "Prometheus would be kept out"),
                Arguments.of(
                        "extraEnv: [{name: JAVA_TOOL_OPTIONS, value: -Xmx1m}]", "extraEnv names JAVA_TOOL_OPTIONS"),
                Arguments.of("extraEnv: [{name: A, value: b}, {name: A, value: c}]", "listed twice"),
                Arguments.of(
                        "{publicUrl: '', ingress: {enabled: true, hosts: [a.example.com]}}", "publicUrl is required"),
                Arguments.of(
                        "{publicUrl: '', httpRoute: {enabled: true, parentRefs: [{name: g}], hostnames: ['*.example.com']}}",
                        "publicUrl is required"),
                Arguments.of("terminationGracePeriodSeconds: 30", "must be at least 50"),
                Arguments.of("java: {heap: 1g}", "the process would be killed"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void contradictionsAreExplained(String values, String word) {
        assertThat(Chart.refusal(values)).contains("These values will not do").contains(word);
    }

    @Test
    void allOfThemAreToldAtOnce() {
        assertThat(Chart.refusal("{image: {repository: ''}, publicUrl: '', secrets: {name: ''}, database: {url: ''}}"))
                .contains("image.repository", "publicUrl", "secrets.name", "database.url");
    }

    /** The message of a schema names the value. */
    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of("podSecurityContext: {runAsUser: 0}", "runAsUser"),
                Arguments.of("podSecurityContext: {runAsNonRoot: false}", "runAsNonRoot"),
                Arguments.of("podSecurityContext: {seccompProfile: {type: Unconfined}}", "seccompProfile"),
                Arguments.of("containerSecurityContext: {privileged: true}", "privileged"),
                Arguments.of("containerSecurityContext: {runAsUser: 0}", "runAsUser"),
                Arguments.of("containerSecurityContext: {allowPrivilegeEscalation: true}", "allowPrivilegeEscalation"),
                Arguments.of("containerSecurityContext: {readOnlyRootFilesystem: false}", "readOnlyRootFilesystem"),
                Arguments.of("containerSecurityContext: {capabilities: {add: [NET_ADMIN]}}", "add"),
                Arguments.of("containerSecurityContext: {capabilities: {drop: []}}", "drop"),
                Arguments.of("gitlab: {token: abc}", "token"),
                Arguments.of("gitlab: {url: 'https://bot:pw@gitlab.example.com'}", "url"),
                Arguments.of("gitlab: {url: gitlab.example.com}", "url"),
                Arguments.of("publicUrl: kanilint.example.com", "publicUrl"),
                Arguments.of("secrets: {keys: {gitlabToken: glpat-abc}}", "gitlabToken"),
                Arguments.of("secrets: {gitlabToken: abc}", "gitlabToken"),
                Arguments.of("database: {password: abc}", "password"),
                Arguments.of("database: {url: 'jdbc:postgresql://h/d?user=a&password=b'}", "url"),
                Arguments.of("database: {url: 'jdbc:mysql://h/d'}", "url"),
                Arguments.of("database: {type: mysql}", "type"),
                Arguments.of("extraEnv: [{name: KANILINT_GITLAB_TOKEN, value: abc}]", "extraEnv"),
                Arguments.of("java: {options: ['-Dhttp.proxyPassword=abc']}", "options"),
                Arguments.of("java: {options: [-Xmx1g]}", "options"),
                Arguments.of("java: {heap: lots}", "heap"),
                Arguments.of("tracing: {endpoint: 'collector:4318'}", "endpoint"),
                Arguments.of("tracing: {endpoint: 'https://me:pw@collector.example.com'}", "endpoint"),
                Arguments.of("mode: loud", "mode"),
                Arguments.of("commitStatus: 'on'", "commitStatus"),
                Arguments.of("replicaCount: 0", "replicaCount"),
                Arguments.of("retention: {deliveries: 3d}", "deliveries"),
                Arguments.of("replicas: 3", "replicas"),
                Arguments.of("nameOverride: '123'", "nameOverride"),
                Arguments.of("service: {port: 99999}", "port"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void impossibleValuesAreNamed(String values, String word) {
        assertThat(Chart.refusal(values)).contains("schema").contains(word);
    }
}
