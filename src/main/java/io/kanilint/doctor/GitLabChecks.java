package io.kanilint.doctor;

import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabException;
import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.gitlab.Setup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether GitLab is there and takes our token, and what that may do.
 *
 * @param shadow whether nothing is to be written
 */
record GitLabChecks(GitLab gitlab, String url, boolean shadow, LocalDate today) {
    private static final String PLACE = "GitLab";
    private static final String TOKEN = "token";
    private static final String USER = "bot user";
    private static final int SOON_DAYS = 14;

    List<Check> look() {
        if (!gitlab.configured()) {
            return List.of(
                    Check.unknown(PLACE, url + " is not asked without a token."),
                    Check.toDo(
                            TOKEN,
                            "None is set, so nothing is reviewed. Set KANILINT_GITLAB_TOKEN or KANILINT_GITLAB_TOKEN_FILE to"
                                    + " an access token with the scope api."));
        }
        var checks = new ArrayList<Check>();
        checks.add(place());
        if (checks.getFirst().status() == Check.Status.OK) {
            checks.addAll(token());
        }
        return checks;
    }

    private Check place() {
        try {
            return Check.ok(PLACE, url + ", version " + gitlab.setup().version() + ".");
        } catch (GitLabRefused e) {
            return e.status() == 401 || e.status() == 403
                    ? Check.ok(PLACE, url + " answers; it does not tell its version with this token.")
                    : Check.toDo(PLACE, e.getMessage() + " Check KANILINT_GITLAB_URL.");
        } catch (GitLabException e) {
            return Check.toDo(
                    PLACE, e.getMessage() + ". Check KANILINT_GITLAB_URL, and that GitLab can be reached from here.");
        }
    }

    private List<Check> token() {
        GitLab.@Nullable Bot bot = null;
        Optional<Setup.Token> token;
        try {
            try {
                bot = gitlab.bot();
            } catch (GitLabRefused e) {
                // A token without the scope to read its user may still tell its scopes.
                if (e.status() != 403) {
                    throw e;
                }
            }
            token = gitlab.setup().token(bot == null ? new GitLab.Bot(0, "") : bot);
        } catch (GitLabException e) {
            return List.of(Check.toDo(TOKEN, String.valueOf(e.getMessage())));
        }
        Check valid = token.map(this::token)
                .orElse(Check.unknown(
                        TOKEN, "It is valid; GitLab does not tell its scopes and last day. It needs the scope api."));
        return bot == null
                ? List.of(valid)
                : List.of(valid, Check.ok(USER, "@%s (number %d).".formatted(bot.name(), bot.id())));
    }

    private Check token(Setup.Token token) {
        String scopes = String.join(", ", token.scopes());
        boolean enough =
                token.scopes().contains("api") || (shadow && token.scopes().contains("read_api"));
        if (!enough) {
            return Check.toDo(
                    TOKEN, "It has the scopes %s and needs api: give Kanilint a new one.".formatted(none(scopes)));
        }
        LocalDate expires = token.expires();
        if (expires != null && !expires.isAfter(today.plusDays(SOON_DAYS))) {
            return Check.toDo(
                    TOKEN,
                    "It has the scopes %s and expires on %s: give Kanilint a new one.".formatted(scopes, expires));
        }
        String end = expires == null ? "does not expire" : "expires on " + expires;
        return Check.ok(TOKEN, "It has the scopes %s and %s.".formatted(scopes, end));
    }

    private static String none(String scopes) {
        return scopes.isEmpty() ? "(none)" : scopes;
    }
}
