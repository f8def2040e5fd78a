package io.kanilint.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Notes who came and went, and shows him the page that he had asked for. */
record SignedIn(Audit audit, ReturnPath returnPath) implements AuthenticationSuccessHandler, LogoutHandler {
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        AccountSession.account(authentication)
                .ifPresent(account -> audit.record(
                        account,
                        "signed in",
                        account.role().word(),
                        account.local() ? "by password" : "with GitLab",
                        Source.address(request)));
        response.sendRedirect(returnPath.take(request, response));
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        AccountSession.account(authentication)
                .ifPresent(account -> audit.record(account, "signed out", "", "", Source.address(request)));
    }
}
