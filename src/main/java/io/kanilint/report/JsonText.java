package io.kanilint.report;

import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes JSON for people and programs: indented, and ended by a line feed. */
public record JsonText(JsonGenerator json) {

    public static void write(Writer out, Consumer<JsonText> content) {
        var factory = JsonFactory.builder()
                .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                .build();
        var context = new ObjectWriteContext.Base() {
            @Override
            public DefaultPrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        try (JsonGenerator json = factory.createGenerator(context, out)) {
            content.accept(new JsonText(json));
            json.writeRaw('\n');
        }
    }

    public void value(String name, String value) {
        json.writeStringProperty(name, value);
    }

    public void value(String name, int value) {
        json.writeNumberProperty(name, value);
    }

    public void value(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    public void value(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    /** An object, as an element of a list or as the whole. */
    public void object(Runnable content) {
        json.writeStartObject();
        content.run();
        json.writeEndObject();
    }

    public void object(String name, Runnable content) {
        json.writeObjectPropertyStart(name);
        content.run();
        json.writeEndObject();
    }

    /** A list of objects. */
    public <T> void objects(String name, List<T> values, Consumer<T> content) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> object(() -> content.accept(value)));
        json.writeEndArray();
    }

    /** A list of objects that are given one by one, however many there are. */
    public <T> void each(String name, Consumer<Consumer<T>> values, Consumer<T> content) {
        json.writeArrayPropertyStart(name);
        values.accept(value -> object(() -> content.accept(value)));
        json.writeEndArray();
    }

    /** A list of objects, as the whole. */
    <T> void objects(List<T> values, Consumer<T> content) {
        json.writeStartArray();
        values.forEach(value -> object(() -> content.accept(value)));
        json.writeEndArray();
    }

    public void texts(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
