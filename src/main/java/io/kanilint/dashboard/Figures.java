package io.kanilint.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kanilint.access.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the first page says, kept for half a minute for all who see the same. */
@Component
class Figures {
    static final int DAYS = 90;
    private static final int WEEKS = 13;

    private final Overview overview;
    private final Trend trend;
    private final Clock clock;
    private final Cache<Visibility, Page> pages = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(30))
            .maximumSize(500)
            .build();

    /** All of it at one time. */
    record Page(
            long projects,
            long brokenProjects,
            Overview.Open total,
            Overview.Flow flow,
            List<Overview.Open> rules,
            List<Overview.OpenProject> worstProjects,
            List<Overview.Open> worstGroups,
            List<Trend.Week> weeks,
            Instant counted) {}

    Figures(Overview overview, Trend trend, Clock clock) {
        this.overview = overview;
        this.trend = trend;
        this.clock = clock;
    }

    Page of(Visibility visibility) {
        return pages.get(visibility, this::count);
    }

    private Page count(Visibility visibility) {
        Instant now = clock.instant();
        return new Page(
                overview.projects(visibility),
                overview.brokenProjects(visibility),
                overview.total(visibility),
                overview.flow(visibility, now.minus(Duration.ofDays(DAYS))),
                overview.byRule(visibility),
                overview.worstProjects(visibility),
                overview.worstGroups(visibility),
                trend.weeks(visibility, LocalDate.ofInstant(now, ZoneOffset.UTC), WEEKS),
                now);
    }
}
