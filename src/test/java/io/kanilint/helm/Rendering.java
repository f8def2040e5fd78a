package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What Helm made of the chart.
 *
 * @param objects as the Kubernetes API knows them; a field that it does not know has failed before
 */
record Rendering(String text, List<Object> objects) {

    static Rendering of(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Iterable<Object> documents = new Yaml(new SafeConstructor(options)).loadAll(text);
        List<Object> objects = StreamSupport.stream(documents.spliterator(), false)
                .filter(Map.class::isInstance)
                .map(document -> KubernetesObjects.read((Map<?, ?>) document))
                .toList();
        assertThat(objects).isNotEmpty();
        return new Rendering(text, objects);
    }

    <T> Stream<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast);
    }

    <T> Optional<T> some(Class<T> kind) {
        List<T> found = all(kind).toList();
        assertThat(found).hasSizeLessThan(2);
        return found.stream().findFirst();
    }

    <T> T one(Class<T> kind) {
        return some(kind).orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " was made"));
    }

    Map<String, PodSpec> pods() {
        var pods = new LinkedHashMap<String, PodSpec>();
        all(Deployment.class)
                .forEach(made -> pods.put(
                        made.getMetadata().getName(),
                        made.getSpec().getTemplate().getSpec()));
        all(Pod.class).forEach(made -> pods.put(made.getMetadata().getName(), made.getSpec()));
        return pods;
    }

    /** The container of the service. */
    Container service() {
        return one(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    Optional<EnvVar> variable(String name) {
        return service().getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst();
    }

    String setting(String name) {
        return variable(name).map(EnvVar::getValue).orElseThrow(() -> new AssertionError(name + " is not set"));
    }

    /** Options of the JVM. */
    List<String> options() {
        return List.of(setting("JAVA_TOOL_OPTIONS").split(" "));
    }
}
