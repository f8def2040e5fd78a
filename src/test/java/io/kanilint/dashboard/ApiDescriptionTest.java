package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kanilint.SharedService;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document. Other tests hold each answer against it. */
class ApiDescriptionTest {
    private final JsonNode document = ApiDescription.of(
                    SharedService.service(), Program.administrator(SharedService.service(), false))
            .document();

    @Test
    void saysWhatItIs() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/title").asString()).isEqualTo("Kanilint");
        assertThat(document.at("/info/version").asString()).isNotEmpty();
        assertThat(document.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/security/0").propertyNames()).containsExactly("token");
    }

    @Test
    void describesTheApiAndNothingElse() {
        assertThat(document.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/findings",
                        "/api/v1/findings/{id}",
                        "/api/v1/findings/{id}/ignore",
                        "/api/v1/findings/{id}/false-alarm",
                        "/api/v1/findings/{id}/take-back",
                        "/api/v1/findings/{id}/check-again",
                        "/api/v1/projects",
                        "/api/v1/projects/{id}",
                        "/api/v1/projects/{id}/merge-requests/{iid}",
                        "/api/v1/reviews/{id}",
                        "/api/v1/deliveries",
                        "/api/v1/deliveries/{id}",
                        "/api/v1/deliveries/{id}/redeliver",
                        "/api/v1/rules",
                        "/api/v1/overview");
    }

    @Test
    void everyOperationIsWhole() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    assertThat(operation.path("operationId").asString())
                            .as(path.getKey())
                            .isNotEmpty();
                    assertThat(operation.path("summary").asString())
                            .as(path.getKey())
                            .isNotEmpty();
                    for (JsonNode parameter : operation.path("parameters")) {
                        assertThat(parameter.path("description").asString())
                                .as(path.getKey() + " " + parameter.path("name").asString())
                                .isNotEmpty();
                        assertThat(parameter.path("required").asBoolean())
                                .isEqualTo(parameter.path("in").asString().equals("path"));
                    }
                    for (String status : List.of("400", "401", "403")) {
                        assertThat(operation
                                        .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                                        .asString())
                                .isEqualTo("#/components/schemas/Problem");
                    }
                    assertThat(operation.path("responses").has("404"))
                            .isEqualTo(path.getKey().contains("{"));
                }));
    }

    @Test
    void everySchemaIsOneAndEveryReferenceLeadsToOne() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var meta = registry.getSchema(
                com.networknt.schema.SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        document.at("/components/schemas").properties().forEach(schema -> {
            assertThat(meta.validate(schema.getValue())).as(schema.getKey()).isEmpty();
            assertThat(schema.getValue().path("description").asString())
                    .as(schema.getKey())
                    .isNotEmpty();
        });
        for (String reference : document.findValuesAsString("$ref")) {
            assertThat(document.at(reference.substring(1)).isObject())
                    .as(reference)
                    .isTrue();
        }
    }
}
