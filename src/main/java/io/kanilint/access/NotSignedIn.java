package io.kanilint.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.util.StringUtils;

/** Says on the login page why somebody is not let in; the words are in the page, the address has only a key to them. */
final class NotSignedIn implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(NotSignedIn.class);
    /** The browser came back too late, twice or without its cookie, or does not come from GitLab at all. */
    private static final Set<String> STALE = Set.of(
            "authorization_request_not_found",
            "client_registration_not_found",
            "invalid_request",
            "invalid_state_parameter");

    private final Audit audit;
    private final Seldom unknown;
    private final Seldom answers;

    NotSignedIn(Audit audit, Clock clock) {
        this.audit = audit;
        unknown = new Seldom(clock);
        answers = new Seldom(clock);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/login?"
                + switch (failure) {
                    case PausedException paused -> waiting(paused, request);
                    case OAuth2AuthenticationException gitlab -> byGitLab(gitlab, request);
                    default -> {
                        // Not the name that was tried: people type passwords there.
                        audit.record("", "sign-in failed", "", "wrong name or password", Source.address(request));
                        yield "error";
                    }
                });
    }

    /** Of each pause once: there is no new one without a wrong password. */
    private String waiting(PausedException paused, HttpServletRequest request) {
        if (paused.first()) {
            audit.record(
                    "",
                    "sign-in paused",
                    "",
                    "too many wrong passwords, %d seconds to wait".formatted(paused.seconds()),
                    Source.address(request));
        }
        return "wait=" + paused.seconds();
    }

    private String byGitLab(OAuth2AuthenticationException failure, HttpServletRequest request) {
        String code = failure.getError().getErrorCode().replaceAll("[^\\w.-]", "?");
        boolean asked = StringUtils.hasText(request.getParameter("code"));
        if (code.equals("access_denied")) {
            return "cancelled";
        }
        if (STALE.contains(code) && !(asked && failure.getCause() != null)) {
            return "again";
        }
        if (asked && code.equals(GitLabUsers.NOT_LET_IN)) {
            audit.record("", "sign-in failed", "", "with GitLab: " + code, Source.address(request));
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            return "refused";
        }
        if (!asked) {
            // An error in the address: GitLab's, or made up by whoever sent it.
            if (answers.now()) {
                LOG.warn("Somebody came back from GitLab's login with an error: {}", code);
            }
            return "failed";
        }
        if (unknown.now()) {
            audit.record("", "sign-in failed", "", "with GitLab: " + code, Source.address(request));
            warn(failure, code);
        }
        return "failed";
    }

    private static void warn(OAuth2AuthenticationException failure, String code) {
        // Only the code and the kind: messages quote what GitLab answered.
        Throwable root = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(30)
                .toList()
                .getLast();
        LOG.warn(
                "Somebody could not sign in with GitLab: {} ({})",
                code,
                root.getClass().getSimpleName());
    }
}
