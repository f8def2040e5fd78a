package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells programs which fields are always there: those of our records that cannot be null. */
@Component
class ApiSchemas implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && java.isTypeOrSubTypeOf(Record.class)) {
            var described = java.getRawClass().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
            Schema<?> defined =
                    described == null ? null : context.getDefinedModels().get(described.name());
            if (defined != null) {
                defined.setRequired(always(java.getRawClass()));
            }
        }
        return schema;
    }

    private static List<String> always(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(ApiSchemas::always)
                .map(ApiSchemas::name)
                .toList();
    }

    /** As its annotation says; if that says nothing, unless it may be null. */
    private static boolean always(RecordComponent component) {
        var described = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return switch (described == null ? RequiredMode.AUTO : described.requiredMode()) {
            case REQUIRED -> true;
            case NOT_REQUIRED -> false;
            case AUTO -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        };
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }
}
