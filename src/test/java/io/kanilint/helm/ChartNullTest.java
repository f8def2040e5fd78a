package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code null}, or a key with nothing behind it, takes a value out of the chart's defaults. Then either the schema names it, or
 * what is rendered is as safe as before.
 */
class ChartNullTest {
    /** Who takes the limits out wants none; Kubernetes' profile does not ask for them. */
    private static final Predicate<String> UNLIMITED = fault -> fault.endsWith("has no limit of memory");

    @TestFactory
    Stream<DynamicTest> aValueThatIsTakenOutIsNamedOrNotNeeded() throws IOException {
        Map<String, ?> values = new Yaml().load(Files.readString(Chart.FOLDER.resolve("values.yaml")));
        return paths("", values).stream().map(path -> DynamicTest.dynamicTest(path, () -> takeOut(path)));
    }

    private static void takeOut(String path) {
        List<String> keys = Arrays.asList(path.split("\\."));
        String values = "{" + String.join(": {", keys) + ": null" + "}".repeat(keys.size());
        String text;
        try {
            text = Chart.text(values);
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("schema").hasMessageContaining(keys.getLast());
            return;
        }
        assertThat(RestrictedProfile.violations(Rendering.of(text)))
                .filteredOn(UNLIMITED.negate())
                .isEmpty();
    }

    private static List<String> paths(String prefix, Map<?, ?> map) {
        var found = new ArrayList<String>();
        map.forEach((key, value) -> {
            // Names of annotations have dots, and anybody may take one out.
            if (!String.valueOf(key).contains(".")) {
                found.add(prefix + key);
            }
            if (value instanceof Map<?, ?> inner && !prefix.endsWith("annotations.")) {
                found.addAll(paths(prefix + key + ".", inner));
            }
        });
        return found;
    }
}
