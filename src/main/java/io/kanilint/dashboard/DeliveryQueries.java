package io.kanilint.dashboard;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads deliveries. Only administrators see them: they tell of projects that GitLab may show to nobody else. */
@Repository
class DeliveryQueries {
    /** From so many of the latest the events are taken that one can choose from. */
    private static final int LATEST = 2000;

    private static final int MOST_OTHERS = 100;
    private static final String FROM =
            "SELECT " + Delivery.COLUMNS + " FROM delivery LEFT JOIN project ON project.id = delivery.project_id";

    private final JdbcClient jdbc;

    /**
     * The command that a delivery brought.
     *
     * @param name null as long as it was not read
     */
    record CommandOf(
            @Nullable String name,
            String state,
            String text,
            @Nullable String outcome,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime finishedAt) {}

    /** What only its own page shows. */
    record Detail(
            Delivery delivery,
            String key,
            @Nullable String occurrence,
            @Nullable Long reviewRequest) {}

    DeliveryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest that a filter lets through, at most so many. */
    List<Delivery> list(DeliveryFilter filter, int most) {
        var query = new ListQuery();
        String project = filter.project();
        if (project != null) {
            OptionalLong id = projectId(project);
            if (id.isEmpty()) {
                return List.of();
            }
            query.and("delivery.project_id = ?", id.getAsLong());
        }
        if (filter.mergeRequest() != null) {
            query.and("delivery.merge_request_iid = ?", filter.mergeRequest());
        }
        if (filter.verdict() != null) {
            query.and("delivery.verdict = ?", filter.verdict().word());
        }
        if (filter.event() != null) {
            query.and("delivery.event = ?", filter.event());
        }
        if (filter.from() != null) {
            query.and("delivery.received_at >= ?", start(filter.from()));
        }
        if (filter.to() != null) {
            query.and("delivery.received_at < ?", start(filter.to().plusDays(1)));
        }
        DeliveryCursor after = filter.after();
        if (after != null) {
            query.and("(delivery.received_at, delivery.id) < (?, ?)", after.receivedAt(), after.id());
        }
        return query.in(jdbc, FROM, "ORDER BY delivery.received_at DESC, delivery.id DESC LIMIT " + most)
                .query((row, _) -> Delivery.of(row))
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private OptionalLong projectId(String pathOrId) {
        if (pathOrId.matches("\\d{1,18}")) {
            return OptionalLong.of(Long.parseLong(pathOrId));
        }
        return jdbc.sql("SELECT id FROM project WHERE lower(path) = lower(?) ORDER BY last_reviewed_at DESC LIMIT 1")
                .param(pathOrId)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** The events among the latest, by name. */
    List<String> events() {
        return jdbc.sql("""
                        SELECT DISTINCT event FROM (SELECT event FROM delivery
                            ORDER BY received_at DESC, id DESC LIMIT %d) latest
                        ORDER BY event
                        """.formatted(LATEST))
                .query((row, _) -> row.getString("event"))
                .list();
    }

    Optional<Detail> find(long id) {
        return jdbc.sql("SELECT " + Delivery.COLUMNS
                        + ", delivery.idempotency_key, delivery.occurrence, delivery.review_request "
                        + "FROM delivery LEFT JOIN project ON project.id = delivery.project_id WHERE delivery.id = ?")
                .param(id)
                .query((row, _) -> new Detail(
                        Delivery.of(row),
                        row.getString("idempotency_key"),
                        row.getString("occurrence"),
                        row.getObject("review_request", Long.class)))
                .optional();
    }

    /** The other deliveries of the same event, the oldest first. */
    List<Delivery> others(Detail detail) {
        if (detail.occurrence() == null) {
            return List.of();
        }
        Delivery delivery = detail.delivery();
        return new ListQuery()
                .and("delivery.project_id = ?", delivery.projectId())
                .and("delivery.merge_request_iid = ?", delivery.iid())
                .and("delivery.occurrence = ?", detail.occurrence())
                .and("delivery.id <> ?", delivery.id())
                .in(jdbc, FROM, "ORDER BY delivery.id LIMIT " + MOST_OTHERS)
                .query((row, _) -> Delivery.of(row))
                .list();
    }

    /** Those that a review of a merge request covered. */
    List<Delivery> coveredBy(long reviewId, long projectId, long iid) {
        return new ListQuery()
                .and("delivery.project_id = ?", projectId)
                .and("delivery.merge_request_iid = ?", iid)
                .and("delivery.review_id = ?", reviewId)
                .in(jdbc, FROM, "ORDER BY delivery.id DESC LIMIT " + MOST_OTHERS)
                .query((row, _) -> Delivery.of(row))
                .list();
    }

    Optional<CommandOf> command(String key) {
        return jdbc.sql("""
                        SELECT name, state, text, outcome, received_at, finished_at FROM command WHERE delivery_key = ?
                        """)
                .param(key)
                .query((row, _) -> new CommandOf(
                        row.getString("name"),
                        row.getString("state"),
                        row.getString("text"),
                        row.getString("outcome"),
                        row.getObject("received_at", OffsetDateTime.class),
                        row.getObject("finished_at", OffsetDateTime.class)))
                .optional();
    }
}
