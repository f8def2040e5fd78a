package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may talk with the service, and with whom it may. */
class ChartNetworkTest {

    @Test
    void itReachesNameServersGitLabAndTheDatabase() {
        var policy = policy();
        assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(ports(policy)).containsExactly(List.of(53, 53, 5353, 5353), List.of(443), List.of(5432));
        assertThat(policy.getIngress()).singleElement().satisfies(rule -> {
            assertThat(rule.getFrom()).isEmpty();
            assertThat(rule.getPorts().getFirst().getPort().getStrVal()).isEqualTo("http");
        });
    }

    @Test
    void portsAreThoseOfTheAddresses() {
        assertThat(ports(policy("""
                        gitlab: {url: "http://gitlab.example.com"}
                        database: {url: "jdbc:postgresql://a.example.com,b.example.com:6433/kanilint?ssl=true"}
                        proxy: {host: proxy.example.com}
                        """)))
                .containsExactly(List.of(53, 53, 5353, 5353), List.of(80, 3128), List.of(5432, 6433));
        assertThat(ports(policy("""
                        gitlab: {url: "https://gitlab.example.com:8443/sub"}
                        database: {url: "jdbc:postgresql://db/kanilint"}
                        """))).containsExactly(List.of(53, 53, 5353, 5353), List.of(8443), List.of(5432));
        assertThat(ports(policy(Chart.EMBEDDED))).containsExactly(List.of(53, 53, 5353, 5353), List.of(443));
    }

    @Test
    void theCollectorOfTracesIsReachedWhereThereIsOne() {
        assertThat(ports(policy("tracing: {endpoint: 'http://collector.monitoring:4318'}")))
                .containsExactly(List.of(53, 53, 5353, 5353), List.of(443), List.of(5432), List.of(4318));
        assertThat(ports(policy("tracing: {endpoint: 'http://collector/otlp'}")).getLast())
                .containsExactly(80);
        assertThat(ports(policy("tracing: {endpoint: 'https://collector.example.com'}"))
                        .getLast())
                .containsExactly(443);
        var rule = policy("""
                        tracing: {endpoint: "http://collector.monitoring:4318"}
                        networkPolicy: {collector: [{namespaceSelector: {matchLabels: {name: monitoring}}}]}
                        """).getEgress().getLast();
        assertThat(rule.getTo())
                .singleElement()
                .satisfies(peer ->
                        assertThat(peer.getNamespaceSelector().getMatchLabels()).containsEntry("name", "monitoring"));
    }

    @Test
    void peersAreSelected() {
        var policy = policy("""
                networkPolicy:
                  ingressController: [{namespaceSelector: {matchLabels: {name: ingress}}}]
                  prometheus: [{namespaceSelector: {matchLabels: {name: monitoring}}}]
                  gitlab: [{ipBlock: {cidr: 192.0.2.0/24}}]
                  database: [{podSelector: {matchLabels: {app: postgres}}}]
                  dns: [{namespaceSelector: {}}]
                  extraEgress: [{ports: [{port: 4318, protocol: TCP}]}]
                metrics: {serviceMonitor: {enabled: true}}
                """);
        assertThat(policy.getIngress().getFirst().getFrom())
                .extracting(peer -> peer.getNamespaceSelector() == null
                        ? peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/component")
                        : peer.getNamespaceSelector().getMatchLabels().get("name"))
                .containsExactly("ingress", "monitoring", "test");
        assertThat(policy.getEgress()).extracting(rule -> rule.getTo().size()).containsExactly(1, 1, 1, 0);
        assertThat(policy.getEgress().get(1).getTo().getFirst().getIpBlock().getCidr())
                .isEqualTo("192.0.2.0/24");
    }

    @Test
    void itCanBeLeftOut() {
        assertThat(Chart.render("networkPolicy: {enabled: false}").some(NetworkPolicy.class))
                .isEmpty();
    }

    private static NetworkPolicySpec policy(String... values) {
        return Chart.render(values).one(NetworkPolicy.class).getSpec();
    }

    private static List<List<Integer>> ports(NetworkPolicySpec policy) {
        return policy.getEgress().stream()
                .map(rule -> rule.getPorts().stream()
                        .map(NetworkPolicyPort::getPort)
                        .map(port -> port.getIntVal())
                        .toList())
                .toList();
    }
}
