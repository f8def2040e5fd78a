package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kanilint.RunningService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the service itself says about its REST API, held against what it answers. */
final class ApiDescription {
    private static final String ID = "https://kanilint.example/api.json";
    private static final Map<Integer, ApiDescription> KNOWN = new ConcurrentHashMap<>();

    private final JsonNode document;

    private ApiDescription(String text) {
        this.document = new JsonMapper().readTree(text);
        // A field that is not described is one too many.
        document.at("/components/schemas").forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    }

    static ApiDescription of(RunningService service, Program program) {
        return KNOWN.computeIfAbsent(service.port(), _ -> {
            var answer = program.get("/v3/api-docs");
            assertThat(answer.statusCode()).isEqualTo(200);
            return new ApiDescription(answer.body());
        });
    }

    JsonNode document() {
        return document;
    }

    /** Whether an answer is one that is described for its path. */
    void check(String method, String path, int status, String body) {
        String plain = path.replaceAll("\\?.*", "");
        String template = document.path("paths").propertyNames().stream()
                .filter(known -> plain.matches(known.replaceAll("\\{\\w+}", "\\\\d+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + path));
        JsonNode response = document.path("paths")
                .path(template)
                .path(method)
                .path("responses")
                .path(Integer.toString(status));
        String reference = response.at("/content/application~1json/schema/$ref").asString();
        assertThat(reference).as(method + " " + template + " " + status).startsWith("#/components/schemas/");
        assertThat(schema(reference).validate(body, InputFormat.JSON)).as(path).isEmpty();
    }

    private Schema schema(String reference) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, document.toString())));
        return registry.getSchema(SchemaLocation.of(ID + reference));
    }
}
