package io.kanilint.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends who is not signed in to where he can do that, and remembers what he wanted. */
record ToLogin(ReturnPath returnPath) implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException {
        go("/login", request, response);
    }

    /** htmx would put the page into the page: it is told to load it as a whole. */
    void go(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        returnPath.keep(request, response);
        String target = request.getContextPath() + path;
        if (ReturnPath.htmx(request)) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.setHeader(HttpHeaders.LOCATION, target);
            response.setStatus((request.getMethod().equals("GET") ? HttpStatus.FOUND : HttpStatus.SEE_OTHER).value());
        }
    }
}
