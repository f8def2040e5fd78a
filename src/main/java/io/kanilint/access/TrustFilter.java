package io.kanilint.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has GitLab asked again who somebody is when its answer is old, by way of the browser: signed in there, he sees nothing of
 * it. A form is not sent that way: GitLab is another site, to which our content policy lets no form lead. On pages that are
 * open to everybody he is a stranger until then.
 */
final class TrustFilter extends OncePerRequestFilter {
    private final GitLabAccounts accounts;
    private final AccessProperties properties;
    private final ToLogin toLogin;
    private final boolean gitlab;
    private final RequestMatcher open;
    private final Clock clock;

    TrustFilter(
            GitLabAccounts accounts,
            AccessProperties properties,
            ToLogin toLogin,
            boolean gitlab,
            RequestMatcher open,
            Clock clock) {
        this.accounts = accounts;
        this.properties = properties;
        this.toLogin = toLogin;
        this.gitlab = gitlab;
        this.open = open;
        this.clock = clock;
    }

    /** The page of an error shows too who is signed in. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean trusted = AccountSession.account(
                        SecurityContextHolder.getContext().getAuthentication())
                .map(this::trusted)
                .orElse(true);
        if (trusted) {
            chain.doFilter(request, response);
        } else if (open.matches(request)) {
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
            chain.doFilter(request, response);
        } else if (!gitlab) {
            toLogin.go("/login", request, response);
        } else if (request.getMethod().equals("GET")) {
            toLogin.go(GitLabLogin.START, request, response);
        } else {
            toLogin.go("/login?again", request, response);
        }
    }

    private boolean trusted(Account account) {
        return account.local()
                || (gitlab
                        && accounts.answer(account.id())
                                .filter(answer -> answer.role() == account.role())
                                .filter(answer ->
                                        answer.at().plus(properties.trust()).isAfter(clock.instant()))
                                .isPresent());
    }
}
