package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** values.yaml, its schema and the chart's README say the same. */
class ChartValuesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| (.*) \\| (.+) \\|$", Pattern.MULTILINE);

    /** Maps that are one value. */
    private static final Set<String> WHOLE = Set.of("annotations", "labels", "limits", "requests");

    /** Whose keys are anybody's own. */
    private static final Set<String> OPEN = Set.of("/definitions/labels", "/definitions/annotations");

    @Test
    void theReadmeListsEveryValueAndNoOther() throws IOException {
        String readme = Files.readString(Chart.FOLDER.resolve("README.md"));
        var told = new LinkedHashMap<String, String>();
        ROW.matcher(readme).results().forEach(row -> {
            assertThat(told.put(row.group(1), row.group(3)))
                    .as(row.group(1) + " is there once")
                    .isNull();
            assertThat(row.group(2)).as("meaning of " + row.group(1)).isNotBlank();
        });
        var values = new LinkedHashMap<String, Object>();
        leaves("", values(), values);
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(values.keySet());
        values.forEach((path, value) -> {
            if (!(value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance))) {
                assertThat(told.get(path)).as("default of " + path).isEqualTo("`" + shown(value) + "`");
            }
        });
    }

    private static String shown(Object value) {
        return value instanceof String text && !text.isEmpty()
                ? text
                : JSON.writeValueAsString(value).replace(":", ": ").replace(",", ", ");
    }

    private static void leaves(String prefix, Map<?, ?> map, Map<String, Object> found) {
        map.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner && !inner.isEmpty() && !WHOLE.contains(key)) {
                leaves(prefix + key + ".", inner, found);
            } else {
                found.put(prefix + key, value);
            }
        });
    }

    @Test
    void everyValueIsInTheSchema() throws IOException {
        JsonNode schema = schema();
        var missing = new ArrayList<String>();
        compare("", values(), schema, schema, missing);
        assertThat(missing).isEmpty();
    }

    private static void compare(String path, Map<?, ?> map, JsonNode schema, JsonNode root, List<String> missing) {
        map.forEach((key, value) -> {
            JsonNode inner = schema.path("properties").path(String.valueOf(key));
            if (inner.isMissingNode()) {
                missing.add(path + key);
            } else if (value instanceof Map<?, ?> nested && !inner.has("$ref") && !WHOLE.contains(key)) {
                compare(path + key + ".", nested, inner, root, missing);
            }
        });
    }

    @Test
    void theSchemaIsClosed() throws IOException {
        var open = new ArrayList<String>();
        look("", schema(), open);
        assertThat(open).containsExactlyInAnyOrder("/properties/global", "/definitions/variable");
    }

    /** Objects that take keys nobody named. */
    private static void look(String path, JsonNode node, List<String> open) {
        if (node.path("type").asString("").equals("object")
                && !OPEN.contains(path)
                && !node.path("additionalProperties").equals(JSON.readTree("false"))) {
            open.add(path);
        }
        for (String name : node.propertyNames()) {
            look(path + "/" + name, node.get(name), open);
        }
    }

    private static JsonNode schema() throws IOException {
        return JSON.readTree(Files.readString(Chart.FOLDER.resolve("values.schema.json")));
    }

    private static Map<String, Object> values() throws IOException {
        return new Yaml().load(Files.readString(Chart.FOLDER.resolve("values.yaml")));
    }
}
