package io.kanilint.fix;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kanilint.text.Source;
import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlLimits;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReader;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** GitLab's JSON schema of CI files, which is not a part of this project: it is used where it lies at hand. */
public record CiSchema(Schema schema) {
    private static final Path BESIDE = Path.of("../shared/gitlab/ci-schema.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,15}");

    /** The schema that {@code -Dkanilint.ci-schema} names, or the one in the usual place. */
    public static Optional<CiSchema> find() throws IOException {
        String named = System.getProperty("kanilint.ci-schema");
        Path path = named == null ? BESIDE : Path.of(named);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        return Optional.of(new CiSchema(registry.getSchema(Files.readString(path))));
    }

    /** What it finds wrong with a file. */
    public List<String> errors(String text) {
        Object value = value(YamlReader.read(new Source("file", text), YamlLimits.DEFAULT)
                .content()
                .orElseThrow());
        return schema.validate(JSON.writeValueAsString(value), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Object value(YamlNode node) {
        return switch (node) {
            case YamlAlias alias -> value(alias.target());
            case YamlReference reference ->
                reference.path().stream().map(YamlScalar::value).toList();
            case YamlList list ->
                new ArrayList<>(list.items().stream().map(CiSchema::value).toList());
            case YamlMap map -> {
                var values = new LinkedHashMap<String, Object>();
                map.effective().forEach((name, entry) -> {
                    if (!entry.value().isNull()) {
                        values.put(name, value(entry.value()));
                    }
                });
                yield values;
            }
            case YamlScalar scalar -> scalar(scalar);
        };
    }

    private static Object scalar(YamlScalar scalar) {
        String text = scalar.value();
        if (scalar.isPlain() && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        }
        return scalar.isPlain() && INTEGER.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
    }
}
