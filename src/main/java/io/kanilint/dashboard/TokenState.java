package io.kanilint.dashboard;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabException;
import io.kanilint.gitlab.Setup;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long the token for GitLab is still good. Asked for in the background, so that a page never waits for GitLab. */
@Component
class TokenState {
    private static final String KEY = "token";
    private static final int SOON = 14;

    private final GitLab gitlab;
    private final Clock clock;
    private final AsyncLoadingCache<String, Answer> answers;

    /**
     * What is to be shown.
     *
     * @param trouble whether an administrator has to act
     */
    record Answer(String words, boolean trouble) {}

    TokenState(GitLab gitlab, Clock clock) {
        this.gitlab = gitlab;
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(10))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync(_ -> ask());
    }

    Answer now() {
        CompletableFuture<Answer> answer = answers.get(KEY);
        return answer.isDone() ? answer.join() : new Answer("being looked up", false);
    }

    private Answer ask() {
        if (!gitlab.configured()) {
            return new Answer("none is set: set KANILINT_GITLAB_TOKEN", true);
        }
        try {
            Optional<Setup.Token> token = gitlab.setup().token(gitlab.bot());
            return token.map(known -> words(known.expires())).orElse(new Answer("valid", false));
        } catch (GitLabException failure) {
            return new Answer(String.valueOf(failure.getMessage()), true);
        }
    }

    private Answer words(@Nullable LocalDate expires) {
        if (expires == null) {
            return new Answer("valid, never expires", false);
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), expires);
        return new Answer("valid until %s (%d days)".formatted(expires, days), days <= SOON);
    }
}
