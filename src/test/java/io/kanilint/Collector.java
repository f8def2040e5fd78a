package io.kanilint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes traces as OpenTelemetry's collector does: OTLP in protobuf by HTTP. */
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /**
     * A span, and what is asked of it here.
     *
     * @param kind 1: within the process, 2: an answer, 3: a request
     * @param events what is written down along the way: stack traces, for instance
     */
    record Span(
            String trace,
            String id,
            String parent,
            String name,
            long kind,
            Map<String, String> attributes,
            boolean error,
            int events) {}

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() throws IOException {
        return start(0);
    }

    static Collector start(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var collector = new Collector(server);
        server.createContext("/", collector::take);
        server.start();
        return collector;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().startsWith("/refuse")) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            paths.add(exchange.getRequestURI().getPath());
            texts.add(new String(body, StandardCharsets.ISO_8859_1));
            for (Protobuf resource : Protobuf.read(body).parts(1)) {
                resource.parts(2).stream()
                        .flatMap(scope -> scope.parts(2).stream())
                        .map(Collector::span)
                        .forEach(spans::add);
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Span span(Protobuf span) {
        var attributes = new TreeMap<String, String>();
        for (Protobuf attribute : span.parts(9)) {
            Protobuf value = attribute.parts(2).getFirst();
            attributes.put(attribute.text(1), value.has(1) ? value.text(1) : Long.toString(value.number(3)));
        }
        return new Span(
                hex(span.bytes(1)),
                hex(span.bytes(2)),
                hex(span.bytes(4)),
                span.text(5),
                span.number(6),
                attributes,
                span.parts(15).stream().anyMatch(status -> status.number(3) == 2),
                span.parts(11).size());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    List<Span> named(String name) {
        return spans.stream().filter(span -> span.name.equals(name)).toList();
    }

    List<Span> below(Span parent) {
        return spans.stream().filter(span -> span.parent.equals(parent.id)).toList();
    }

    /** All that came, as characters. */
    String text() {
        return texts.stream().collect(Collectors.joining("\n"));
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
