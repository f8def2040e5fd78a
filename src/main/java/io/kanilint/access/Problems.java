package io.kanilint.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Refusals of the REST API, as RFC 9457 has them, each with what to do. */
record Problems(PublicUrl publicUrl) implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** What became of a request whose token is no good; the texts are ours alone. */
    record Problem(HttpStatus status, String detail) {}

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        send(
                response,
                new Problem(
                        HttpStatus.UNAUTHORIZED,
                        "Send the header 'Authorization: Bearer kani_...' with a token. Tokens are made at " + tokens()
                                + "."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        send(
                response,
                new Problem(
                        HttpStatus.FORBIDDEN,
                        "This takes an administrator's token with the scope write. Such a token is made at " + tokens()
                                + "."));
    }

    String tokens() {
        return publicUrl.of("/tokens");
    }

    static void send(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status.value());
        if (problem.status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"kanilint\"");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write("""
                {"type": "about:blank", "title": "%s", "status": %d, "detail": "%s"}
                """.formatted(
                        problem.status.getReasonPhrase(),
                        problem.status.value(),
                        problem.detail.replace("\\", "\\\\").replace("\"", "\\\""))
                .getBytes(StandardCharsets.UTF_8));
    }
}
