package io.kanilint.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Keeps in the session who signed in and when, and nothing else. Spring would keep the whole authentication, with the ID
 * token of GitLab in it.
 */
final class AccountSession implements SecurityContextRepository {
    private static final String ACCOUNT = "account";
    private static final String SIGNED_IN_AT = "signedInAt";

    private final AccessProperties properties;
    private final Clock clock;

    AccountSession(AccessProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("deprecation") // The way that is not deprecated calls this one.
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        account(holder.getRequest()).ifPresent(account -> context.setAuthentication(account.authentication()));
        return context;
    }

    private Optional<Account> account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ACCOUNT) instanceof Account account)
                || !(session.getAttribute(SIGNED_IN_AT) instanceof Long since)) {
            return Optional.empty();
        }
        if (clock.millis() - since > properties.lifetime().toMillis()) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(account);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Optional<Account> account = account(context.getAuthentication());
        HttpSession session = request.getSession(account.isPresent());
        if (session == null) {
            return;
        }
        session.setAttribute(ACCOUNT, account.orElse(null));
        session.setAttribute(SIGNED_IN_AT, account.map(_ -> clock.millis()).orElse(null));
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.map(known -> Long.toString(known.id())).orElse(null));
        if (account.isPresent()) {
            session.setMaxInactiveInterval(Math.toIntExact(properties.idle().toSeconds()));
        }
    }

    static Optional<Account> account(@Nullable Authentication authentication) {
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case Account account -> Optional.of(account);
            case GitLabUser user -> Optional.of(user.account());
            case null, default -> Optional.empty();
        };
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return account(request).isPresent();
    }
}
