package io.kanilint.gitlab;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;
import org.glassfish.jersey.client.spi.ConnectorProvider;

/** Makes gitlab4j speak through {@link GitLabHttp}. Public because Jersey creates it from its name; not for callers. */
public final class GitLab4jConnector implements ConnectorProvider {
    private static final String HTTP = "io.kanilint.gitlab.http";
    /** Above any answer to the calls that go through gitlab4j: users, projects, and comments of our own. */
    private static final int LARGEST = 8 << 20;

    /** What to give to gitlab4j as the properties of its client. */
    static Map<String, Object> through(GitLabHttp http) {
        return Map.of(ClientProperties.CONNECTOR_PROVIDER, GitLab4jConnector.class.getName(), HTTP, http);
    }

    @Override
    public Connector getConnector(Client client, Configuration configuration) {
        return new Through((GitLabHttp) Objects.requireNonNull(configuration.getProperty(HTTP)));
    }

    private record Through(GitLabHttp http) implements Connector {
        @Override
        public ClientResponse apply(ClientRequest request) {
            try {
                byte[] body = body(request);
                Map<String, String> headers = new LinkedHashMap<>();
                for (String name : new String[] {"Accept", "Content-Type"}) {
                    String value = request.getStringHeaders().getFirst(name);
                    if (value != null) {
                        headers.put(name, value);
                    }
                }
                return http.send(
                        request.getMethod(),
                        request.getUri(),
                        headers,
                        body,
                        LARGEST,
                        (answer, bytes) -> response(request, answer, bytes.readAllBytes()));
            } catch (IOException e) {
                throw new ProcessingException(e);
            }
        }

        private static byte[] body(ClientRequest request) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (request.hasEntity()) {
                request.setStreamProvider(_ -> bytes);
                request.writeEntity();
            }
            return bytes.toByteArray();
        }

        private static ClientResponse response(ClientRequest request, HttpResponse<?> answer, byte[] body) {
            ClientResponse response = new ClientResponse(Response.Status.fromStatusCode(answer.statusCode()), request);
            answer.headers()
                    .map()
                    .forEach((name, values) -> response.getHeaders().put(name, values));
            response.setEntityStream(new ByteArrayInputStream(body));
            return response;
        }

        @Override
        public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
            throw new UnsupportedOperationException("gitlab4j waits for each answer");
        }

        @Override
        public String getName() {
            return "java.net.http";
        }

        @Override
        public void close() {}
    }
}
