package io.kanilint.dashboard;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** What is refused before it reaches a controller, as by Spring's firewall: a problem below {@code /api}, a page elsewhere. */
@Component
record ApiErrorPage(ApiErrors errors) implements HandlerInterceptor {
    static final String PATH = "/error";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean ours = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                && ApiErrors.concerns(uri.substring(request.getContextPath().length()));
        if (ours) {
            HttpStatus status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                    .map(code -> HttpStatus.resolve((Integer) code))
                    .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
            errors.write(response, ApiProblem.of(status, ApiErrors.words(status)));
        }
        return !ours;
    }
}
