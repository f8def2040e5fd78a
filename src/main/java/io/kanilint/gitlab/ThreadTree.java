package io.kanilint.gitlab;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Set;
import java.util.function.LongPredicate;
import org.gitlab4j.api.models.Discussion;

/**
 * The part of a thread that is looked at, read as it arrives: anybody may write a thousand comments of a megabyte each. Of
 * long comments by others there is only the beginning.
 */
final class ThreadTree {
    /** In characters; so much of a comment is there whoever wrote it. */
    static final int SHORT = 1024;

    private static final String BODY = "body";
    private static final String AUTHOR = "author";
    private static final Set<String> FIELDS = Set.of(
            "id",
            "notes",
            BODY,
            AUTHOR,
            "system",
            "resolvable",
            "resolved",
            "position",
            "position_type",
            "base_sha",
            "start_sha",
            "head_sha",
            "old_path",
            "new_path",
            "old_line",
            "new_line");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ThreadTree() {}

    static DiscussionThread one(InputStream json, LongPredicate ours) throws IOException {
        JsonParser parser = Paging.JSON.createParser(json);
        parser.nextToken();
        return thread(parser, ours);
    }

    /** @param ours whether that is the id of who wrote our own comments; asked for long ones only */
    static DiscussionThread thread(JsonParser parser, LongPredicate ours) throws IOException {
        return Records.thread(Paging.JSON.treeToValue(read(parser, ours), Discussion.class));
    }

    private static JsonNode read(JsonParser parser, LongPredicate ours) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, ours);
            case START_ARRAY -> {
                var list = NODES.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(parser, ours));
                }
                yield list;
            }
            case VALUE_STRING -> {
                // Not getText, which would have the whole of a long one once more.
                var text = new StringWriter();
                parser.getText(text);
                yield NODES.textNode(text.toString());
            }
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getLongValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case null, default -> NODES.nullNode();
        };
    }

    private static ObjectNode object(JsonParser parser, LongPredicate ours) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (FIELDS.contains(name)) {
                object.set(name, read(parser, ours));
            } else {
                parser.skipChildren();
            }
        }
        String body = object.path(BODY).asText();
        if (body.length() > SHORT && !ours.test(object.path(AUTHOR).path("id").asLong())) {
            object.put(BODY, body.substring(0, SHORT));
        }
        return object;
    }
}
