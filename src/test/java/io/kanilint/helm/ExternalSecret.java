package io.kanilint.helm;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** That of the External Secrets Operator, as far as the chart may use it. */
record ExternalSecret(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(String refreshInterval, Store secretStoreRef, Target target, List<Entry> data) {}

    record Store(String name, String kind) {}

    record Target(String name, String creationPolicy) {}

    record Entry(String secretKey, Remote remoteRef) {}

    record Remote(String key, String property, String version) {}
}
