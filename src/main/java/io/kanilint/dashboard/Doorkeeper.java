package io.kanilint.dashboard;

import io.kanilint.access.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nobody but administrators to what is {@link ForAdministrators}. */
@Component
class Doorkeeper implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && forAdministrators(method) && !administrator()) {
            boolean page = request.getMethod().equals("GET")
                    && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ApiEndpoint.class);
            throw new ResponseStatusException(
                    page ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN, "This is for administrators only.");
        }
        return true;
    }

    private static boolean forAdministrators(HandlerMethod method) {
        return method.hasMethodAnnotation(ForAdministrators.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ForAdministrators.class);
    }

    private static boolean administrator() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof Account account
                && account.administrator();
    }
}
