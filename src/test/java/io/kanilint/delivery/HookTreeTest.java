package io.kanilint.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HookTreeTest {
    @Test
    void onlyWhatIsLookedAtIsKept() {
        JsonNode tree = tree("""
                {"object_kind": "note", "commits": [{"id": 1, "project": {}}], "repository": {"id": 5, "name": "x"},
                 "project": {"id": 7, "description": "long", "name": "shop"}, "user": [1, {"id": 2}],
                 "object_attributes": {"id": 12345678901234567890, "system": false, "internal": true, "sha": null,
                    "iid": 1.5, "last_commit": {"id": "abc", "message": "m", "author": {"name": "n"}}}}
                """);
        assertThat(tree).hasToString("""
                {"object_kind":"note","project":{"id":7,"name":"shop"},"user":null,"object_attributes":{\
                "id":12345678901234567890,"system":false,"internal":true,"sha":null,"iid":null,"last_commit":{"id":"abc"}}}""");
    }

    @Test
    void theLastOfTwoCountsAsInEveryReaderOfJson() {
        assertThat(tree("{\"id\": {\"id\": 1}, \"id\": 2}")).hasToString("{\"id\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "7",
                "null",
                "{",
                "{\"id\"}",
                "{\"id\": }",
                "{\"commits\": [1,}",
                "{\"commits\": \"\\uZZZZ\"}",
                "{} {}",
                "{}]",
                "{\"id\": nul}"
            })
    void whatIsNoObjectIsNone(String body) {
        assertThat(read(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "commits"})
    void nothingIsReadToAnyDepth(String field) {
        String deep = ("{\"" + field + "\":").repeat(100_000);
        assertThat(read(deep)).isEmpty();
    }

    @Test
    void textsThatNobodyReadsMayBeLongAndOthersNotWithoutEnd() {
        String text = "x".repeat(3_000_000);
        assertThat(tree("{\"description\": \"" + text + "\"}")).hasToString("{}");
        assertThat(read("{\"note\": \"" + text + "\"}")).isEmpty();
    }

    @Test
    void whoeverReadsAnotherFieldIsToldToAddIt() {
        var fields = new HookFields(tree("{\"title\": \"A\"}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fields.text("title"))
                .withMessageContaining("title");
    }

    private static JsonNode tree(String body) {
        return read(body).orElseThrow();
    }

    /** In pieces, as bodies come. */
    private static Optional<JsonNode> read(String body) {
        byte[] bytes = body.getBytes(UTF_8);
        int half = bytes.length / 2;
        return HookTree.read(new HookBody(
                List.of(Arrays.copyOfRange(bytes, 0, half), Arrays.copyOfRange(bytes, half, bytes.length))));
    }
}
