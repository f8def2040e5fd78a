package io.kanilint.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Marks requests that a proxy handed on, such as an Ingress: it says for whom. A Prometheus in the same network asks without one.
 * It comes before Tomcat's RemoteIpValve, which takes the header away.
 */
final class ProxyMark extends ValveBase {
    private static final String MARK = ProxyMark.class.getName();
    /** Not X-Forwarded-Proto: the sidecars of a service mesh add it to every request. */
    private static final List<String> HEADERS = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host");

    /** Finds the marked ones. */
    static final RequestMatcher THROUGH_PROXY = request -> request.getAttribute(MARK) != null;

    ProxyMark() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (HEADERS.stream().anyMatch(header -> request.getHeader(header) != null)) {
            request.setAttribute(MARK, true);
        }
        getNext().invoke(request, response);
    }
}
