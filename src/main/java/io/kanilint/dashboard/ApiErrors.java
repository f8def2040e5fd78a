package io.kanilint.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what goes wrong below {@code /api} with problems, and leaves pages to others. It goes by the address, since an
 * unknown one and a wrong method have no controller.
 */
@Component
@Order(-1)
class ApiErrors implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final JsonMapper json;

    ApiErrors(JsonMapper json) {
        this.json = json;
    }

    /** Whether an address is the API's. */
    static boolean concerns(String uri) {
        return uri.equals("/api") || uri.startsWith("/api/");
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!concerns(path) || failure instanceof AccessDeniedException) {
            return null;
        }
        if (response.isCommitted()) {
            return new ModelAndView();
        }
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        try {
            write(response, problem(failure));
        } catch (IOException _) {
            // Whoever asked is gone.
        }
        return new ModelAndView();
    }

    void write(HttpServletResponse response, ApiProblem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private static ApiProblem problem(Exception failure) {
        return switch (failure) {
            case WrongParametersException request -> ApiProblem.of(request);
            case ResponseStatusException ours ->
                ApiProblem.of(
                        status(ours), Optional.ofNullable(ours.getReason()).orElseGet(() -> words(status(ours))));
            case HttpMessageNotReadableException _ ->
                ApiProblem.of(HttpStatus.BAD_REQUEST, "The body is not the JSON object that this takes.");
            case HttpRequestMethodNotSupportedException wrong ->
                ApiProblem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "This address takes %s."
                                .formatted(String.join(
                                        ", ",
                                        Objects.requireNonNullElse(
                                                wrong.getSupportedMethods(), new String[] {"GET"}))));
            case ErrorResponse spring -> ApiProblem.of(status(spring), words(status(spring)));
            default -> {
                LOG.error("A request to the API failed", failure);
                yield ApiProblem.of(HttpStatus.INTERNAL_SERVER_ERROR, words(HttpStatus.INTERNAL_SERVER_ERROR));
            }
        };
    }

    private static HttpStatus status(ErrorResponse failure) {
        return Optional.ofNullable(HttpStatus.resolve(failure.getStatusCode().value()))
                .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** What a status means here; Spring's own words may quote the request or the code. */
    static String words(HttpStatus status) {
        return Map.of(
                        HttpStatus.NOT_FOUND, "There is nothing at this address, or you may not see it.",
                        HttpStatus.NOT_ACCEPTABLE, "Answers are JSON: accept application/json.",
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON, with 'Content-Type: application/json'.",
                        HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong in Kanilint; its log says what.")
                .getOrDefault(status, "The request cannot be understood.");
    }
}
