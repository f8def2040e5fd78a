package io.kanilint.delivery;

import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a hook's body that is looked at. A body has up to 25 MB, nearly all of it lists of commits or jobs and texts
 * that nobody here asks for; as a tree it would take several times that. Lists are kept as null: none is looked at.
 */
final class HookTree {
    /** All fields that are looked at, wherever they stand. */
    static final Set<String> FIELDS = Set.of(
            "action",
            "author_id",
            "awardable_id",
            "awardable_type",
            "build_id",
            "build_name",
            "build_status",
            "changes",
            "ci_config_path",
            "discussion_id",
            "event_name",
            "event_type",
            "id",
            "iid",
            "internal",
            "last_commit",
            "merge_request",
            "name",
            "note",
            "noteable_type",
            "object_attributes",
            "object_kind",
            "oldrev",
            "project",
            "project_id",
            "ref",
            "sha",
            "state",
            "status",
            "system",
            "target_branch",
            "target_project_id",
            "updated_at",
            "user",
            "user_id");

    /** In characters. The longest is a comment; GitLab keeps a million of it. */
    private static final int LONGEST_TEXT = 2_000_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .build();

    private HookTree() {}

    /** The object, or empty if the body is not a JSON object and nothing else. */
    static Optional<JsonNode> read(HookBody body) {
        try (JsonParser parser = JSON.createParser(body.stream())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            JsonNode root = object(parser);
            return parser.nextToken() == null ? Optional.of(root) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** The parser refuses what is nested too deeply. */
    private static ObjectNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken first = parser.nextToken();
            if (FIELDS.contains(name)) {
                object.set(name, value(parser, first));
            } else {
                parser.skipChildren();
            }
        }
        return object;
    }

    private static JsonNode value(JsonParser parser, JsonToken first) {
        return switch (first) {
            case START_OBJECT -> object(parser);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> {
                parser.skipChildren();
                yield NODES.nullNode();
            }
        };
    }
}
