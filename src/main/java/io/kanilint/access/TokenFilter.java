package io.kanilint.access;

import io.kanilint.access.Problems.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets requests with an API token in, as the account that the token belongs to. */
final class TokenFilter extends OncePerRequestFilter {
    static final String WRITE = "SCOPE_write";
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(.*)");
    private static final Pattern KEY = Pattern.compile(ApiTokens.PREFIX + "[\\w-]{43}");

    /** The token of a request, for the audit log. */
    record Used(long id) {}

    private final ApiTokens tokens;
    private final AccessProperties properties;
    private final Problems problems;
    private final boolean gitlab;
    private final Clock clock;

    TokenFilter(ApiTokens tokens, AccessProperties properties, Problems problems, boolean gitlab, Clock clock) {
        this.tokens = tokens;
        this.properties = properties;
        this.problems = problems;
        this.gitlab = gitlab;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> key = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(BEARER::matcher)
                .filter(bearer -> bearer.matches())
                .map(bearer -> bearer.group(1).strip());
        if (key.isPresent()) {
            Optional<ApiTokens.Known> known = key.filter(KEY.asMatchPredicate()).flatMap(tokens::find);
            Optional<Problem> problem =
                    known.map(this::problem).orElseGet(() -> Optional.of(unauthorized("is unknown")));
            if (problem.isPresent()) {
                Problems.send(response, problem.get());
                return;
            }
            known.ifPresent(this::letIn);
        }
        chain.doFilter(request, response);
    }

    private Optional<Problem> problem(ApiTokens.Known token) {
        Instant now = clock.instant();
        if (token.revoked()) {
            return Optional.of(unauthorized("was revoked"));
        }
        if (!token.expiresAt().isAfter(now)) {
            return Optional.of(unauthorized("has expired"));
        }
        if (token.role() == null || (token.userId() != Account.LOCAL && !gitlab)) {
            return Optional.of(forbidden("Kanilint does not let the owner of this token in any more"));
        }
        boolean old = token.checkedAt() != null
                && !token.checkedAt().plus(properties.tokenTrust(token.role())).isAfter(now);
        return old
                ? Optional.of(forbidden("It was too long ago that GitLab told what the owner of this token may see"))
                : Optional.empty();
    }

    private Problem unauthorized(String what) {
        return new Problem(
                HttpStatus.UNAUTHORIZED, "The token %s. Make a new one at %s.".formatted(what, problems.tokens()));
    }

    private Problem forbidden(String why) {
        return new Problem(HttpStatus.FORBIDDEN, "%s: sign in again at %s.".formatted(why, problems.tokens()));
    }

    private void letIn(ApiTokens.Known token) {
        Role role = token.role();
        if (role == null) {
            return;
        }
        var account = new Account(token.userId(), token.userName(), role);
        String[] more = token.write() && account.administrator() ? new String[] {WRITE} : new String[0];
        var context = SecurityContextHolder.createEmptyContext();
        var authentication = account.authentication(more);
        authentication.setDetails(new Used(token.id()));
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        tokens.used(token);
    }
}
