package io.kanilint.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Surrounds pieces of work with spans. One that begins while another is open on the same thread is its child. A failure
 * leaves the name of its class and never its message, which may quote files and answers.
 */
public final class Traces {
    /** Where no collector is named: the work is done, and that is all. */
    public static final Traces NONE = new Traces(null);

    private static final int FIRST_ERROR = 400;
    private static final int FIRST_ERROR_OF_OURS = 500;

    private final @Nullable Tracer tracer;

    /** Something that is done. */
    public interface Work<T extends @Nullable Object, E extends Exception> {
        T run() throws E;
    }

    /** Failures of which something tells more than their class. */
    public interface Kind {
        String word();
    }

    Traces(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** A piece of work, or a step of one; the names are few and known. */
    public <T extends @Nullable Object, E extends Exception> T during(String name, Work<T, E> work) throws E {
        return during(name, Map.of(), work);
    }

    /** As above; fields that are empty are left out. */
    public <T extends @Nullable Object, E extends Exception> T during(
            String name, Map<String, String> fields, Work<T, E> work) throws E {
        return tracer == null ? work.run() : run(filled(tracer.spanBuilder(name), fields), work);
    }

    /** The answer to a request, which says its status by {@link #answered}. */
    public <T extends @Nullable Object, E extends Exception> T answering(String method, String route, Work<T, E> work)
            throws E {
        return tracer == null ? work.run() : run(http(tracer, SpanKind.SERVER, method, "http.route", route), work);
    }

    /**
     * A request to another program, whose status is said by {@link #heard}.
     *
     * @param endpoint its path, with names for what differs
     */
    public <T extends @Nullable Object, E extends Exception> T calling(String method, String endpoint, Work<T, E> work)
            throws E {
        return tracer == null ? work.run() : run(http(tracer, SpanKind.CLIENT, method, "url.template", endpoint), work);
    }

    private static SpanBuilder http(Tracer tracer, SpanKind kind, String method, String name, String path) {
        return tracer.spanBuilder(method + " " + path)
                .setSpanKind(kind)
                .setAttribute("http.request.method", method)
                .setAttribute(name, path);
    }

    private static SpanBuilder filled(SpanBuilder builder, Map<String, String> fields) {
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                builder.setAttribute(key(name), value);
            }
        });
        return builder;
    }

    private static <T extends @Nullable Object, E extends Exception> T run(SpanBuilder builder, Work<T, E> work)
            throws E {
        Span span = builder.startSpan();
        boolean done = false;
        try (Scope _ = span.makeCurrent()) {
            T result = work.run();
            done = true;
            return result;
        } catch (Exception e) {
            span.setAttribute(
                    "error.type",
                    e instanceof Kind kind ? kind.word() : e.getClass().getName());
            throw e;
        } finally {
            if (!done) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }

    /** Adds a field to the piece of work that is under way. */
    public static void tell(String name, String value) {
        Span.current().setAttribute(key(name), value);
    }

    /** Says which status the answer under way gets; only one that blames us is an error. */
    public static void answered(int status) {
        status(status, FIRST_ERROR_OF_OURS);
    }

    /** Says which status the request under way got. */
    public static void heard(int status) {
        status(status, FIRST_ERROR);
    }

    private static void status(int status, int firstError) {
        Span span = Span.current().setAttribute("http.response.status_code", status);
        if (status >= firstError) {
            span.setStatus(StatusCode.ERROR).setAttribute("error.type", Integer.toString(status));
        }
    }

    /** What log lines carry has the same name here. */
    private static String key(String field) {
        return "kanilint." + field;
    }
}
