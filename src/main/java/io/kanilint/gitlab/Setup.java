package io.kanilint.gitlab;

import static io.kanilint.gitlab.Caller.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What was set up in GitLab for us: the token, our role in a project, the hooks that call us. */
public final class Setup {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** GitLab's names for the users of project and group tokens. */
    private static final Pattern TOKEN_USER = Pattern.compile("(project|group)_(\\d{1,18})_bot(_\\w+)?");

    private final Caller caller;

    /**
     * An access token.
     *
     * @param expires last day; null if it has none
     */
    public record Token(List<String> scopes, @Nullable LocalDate expires) {
        public Token {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * A project's hook.
     *
     * @param mergeRequests like the four after it, whether it tells of such events
     * @param alert {@code executable}, {@code temporarily_disabled} or {@code disabled}; empty if not told
     * @param authenticates whether it has a secret token or a signing token; true if not told
     */
    public record Hook(
            String url,
            boolean mergeRequests,
            boolean notes,
            boolean emoji,
            boolean jobs,
            boolean pipelines,
            String alert,
            boolean authenticates) {}

    Setup(Caller caller) {
        this.caller = caller;
    }

    /** GitLab's version. */
    public String version() {
        return caller.once(
                "read the version of GitLab",
                () -> Records.there(caller.get("/version").path("version").textValue(), "version"));
    }

    /**
     * Our token. The users of project and group tokens may not see themselves in older releases; then the list of their
     * project or group is looked through.
     *
     * @return empty if it is valid, and GitLab does not tell more
     */
    public Optional<Token> token(GitLab.Bot bot) {
        try {
            return Optional.of(
                    caller.once("read what the token may do", () -> token(caller.get("/personal_access_tokens/self"))));
        } catch (GitLabRefused e) {
            if (e.status() != FORBIDDEN && e.status() != NOT_FOUND && e.status() != 400) {
                throw e;
            }
        }
        Matcher user = TOKEN_USER.matcher(bot.name());
        return user.matches() ? listed("/" + user.group(1) + "s/" + user.group(2), bot) : Optional.empty();
    }

    private Optional<Token> listed(String owner, GitLab.Bot bot) {
        try {
            return caller.once(
                    "list access tokens",
                    () -> elements(caller.get(owner + "/access_tokens?per_page=100"))
                            .filter(entry -> entry.path("user_id").asLong() == bot.id()
                                    && entry.path("active").asBoolean())
                            .findFirst()
                            .map(Setup::token));
        } catch (GitLabRefused _) {
            return Optional.empty();
        }
    }

    private static Token token(JsonNode from) {
        String day = from.path("expires_at").asText("");
        try {
            return new Token(
                    elements(from.path("scopes")).map(JsonNode::asText).toList(),
                    day.isEmpty() || day.equals("null") ? null : LocalDate.parse(day));
        } catch (DateTimeException _) {
            throw new UnexpectedAnswer("a date in expires_at");
        }
    }

    /** A project's number by its full path or number; empty if it is not there for us. */
    public Optional<Long> project(String project) {
        try {
            return Optional.of(caller.once(
                    "read project " + project,
                    () -> caller.get("/projects/" + encode(project)).path("id").asLong()));
        } catch (GitLabRefused e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The hooks of a project; empty if we may not see them, for which GitLab wants a Maintainer. */
    public Optional<List<Hook>> hooks(long projectId) {
        try {
            return Optional.of(Caller.call(
                    "list the hooks of project " + projectId,
                    () -> new Paging(caller.http(), caller.onCall())
                            .all("/projects/" + projectId + "/hooks", Setup::hook)));
        } catch (GitLabRefused e) {
            if (e.status() == FORBIDDEN || e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Hook hook(JsonNode from) {
        boolean told = from.path("token_present").isBoolean()
                || from.path("signing_token_present").isBoolean();
        return new Hook(
                from.path("url").asText(),
                from.path("merge_requests_events").asBoolean(),
                from.path("note_events").asBoolean(),
                from.path("emoji_events").asBoolean(),
                from.path("job_events").asBoolean(),
                from.path("pipeline_events").asBoolean(),
                from.path("alert_status").asText(""),
                !told
                        || from.path("token_present").asBoolean()
                        || from.path("signing_token_present").asBoolean());
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
