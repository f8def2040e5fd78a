package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import io.kanilint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema that editors use says what the reader of settings takes. {@code -Dschema=write} writes the list of rules in
 * it anew.
 */
class SettingsSchemaTest {
    private static final Path FILE = Path.of("docs/kanilint.schema.json");

    @Test
    void namesEveryRule() throws IOException {
        List<String> ids = Rules.ALL.stream().map(Rule::id).toList();
        JsonNode schema = schema();
        if ("write".equals(System.getProperty("schema"))) {
            var names = ((ObjectNode) schema.at("/definitions/rule")).putArray("enum");
            ids.forEach(names::add);
            var mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.writeString(FILE, mapper.writeValueAsString(schema).replace("\" : ", "\": ") + "\n");
        }
        assertThat(texts(schema.at("/definitions/rule/enum")))
                .as("rules in %s, written anew by -Dschema=write", FILE)
                .isEqualTo(ids);
    }

    @Test
    void namesEveryKey() throws IOException {
        JsonNode schema = schema();
        assertThat(schema.at("/properties").propertyNames()).containsExactlyElementsOf(SettingsReader.KEYS);
        assertThat(schema.at("/properties/ignore/items/properties").propertyNames())
                .containsExactlyElementsOf(SettingsReader.IGNORE_KEYS);
        assertThat(schema.at("/properties/comments/properties").propertyNames())
                .containsExactlyElementsOf(SettingsReader.COMMENT_KEYS);
        assertThat(texts(schema.at("/definitions/level/enum"))).isEqualTo(Level.words());
        assertThat(schema.at("/properties/comments/properties/max/maximum").asInt())
                .isEqualTo(SettingsReader.MOST_COMMENTS);
    }

    /** JSON is YAML: both read the same text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'rules': null}",
                "{'rules': {'multi-build-job': 'off'}}",
                "{'rules': {'multi-build-job': 'loud'}}",
                "{'rules': {'multi-build-job': null}}",
                "{'rules': {'no-such-rule': 'off'}}",
                "{'rules': []}",
                "{'ignore': [{'rule': 'multi-build-job', 'reason': 'x'}]}",
                "{'ignore': [{'rule': 'multi-build-job', 'reason': 'x', 'job': 5, 'file': 'a'}]}",
                "{'ignore': [{'rule': 'multi-build-job', 'reason': ' '}]}",
                "{'ignore': [{'rule': 'multi-build-job'}]}",
                "{'ignore': [{'rule': 'x', 'reason': 'x'}]}",
                "{'ignore': [{'rule': 'multi-build-job', 'reason': 'x', 'line': 3}]}",
                "{'ignore': {}}",
                "{'comments': {'severity': 'info', 'max': 0}}",
                "{'comments': {'severity': 'off'}}",
                "{'comments': {'max': 1001}}",
                "{'comments': {'max': -1}}",
                "{'comments': {'max': 'x'}}",
                "{'comments': {'least': 1}}",
                "{'split': 'jobs'}",
                "{'split': 'matrix'}",
                "{'split': 'rows'}",
                "{'split': null}",
                "{'other': 1}",
                "[]"
            })
    void agreesWithTheReader(String text) throws IOException {
        String json = text.replace('\'', '"');
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(Files.readString(FILE));

        assertThat(schema.validate(json, InputFormat.JSON).isEmpty()).as(json).isEqualTo(isRead(json));
    }

    private static boolean isRead(String json) {
        try {
            Settings unused = SettingsReader.read(new Source(Settings.FILE, json));
            return unused != null;
        } catch (SettingsException _) {
            return false;
        }
    }

    private static JsonNode schema() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(FILE));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
