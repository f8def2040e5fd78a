package io.kanilint.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says on the login page why somebody is not let in; the words are in the page, the address has only a key to them. */
record NotSignedIn(Audit audit) implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(NotSignedIn.class);
    /** The browser came back too late, twice, or without its cookie. */
    private static final Set<String> STALE = Set.of("authorization_request_not_found", "invalid_state_parameter");

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/login?"
                + switch (failure) {
                    case PausedException paused -> "wait=" + paused.seconds();
                    case OAuth2AuthenticationException gitlab -> byGitLab(gitlab, request);
                    default -> {
                        // Not the name that was tried: people type passwords there.
                        audit.record("", "sign-in failed", "", "wrong name or password", Source.address(request));
                        yield "error";
                    }
                });
    }

    private String byGitLab(OAuth2AuthenticationException failure, HttpServletRequest request) {
        String code = failure.getError().getErrorCode().replaceAll("[^\\w.-]", "?");
        if (code.equals("access_denied")) {
            return "cancelled";
        }
        if (STALE.contains(code)) {
            return "again";
        }
        audit.record("", "sign-in failed", "", "with GitLab: " + code, Source.address(request));
        if (code.equals(GitLabUsers.NOT_LET_IN)) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            return "refused";
        }
        // Only the code and the kind: messages quote what GitLab answered.
        Throwable root = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(30)
                .toList()
                .getLast();
        LOG.warn(
                "Somebody could not sign in with GitLab: {} ({})",
                code,
                root.getClass().getSimpleName());
        return "failed";
    }
}
