package io.kanilint.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A webhook request in a list.
 *
 * @param project the path of its project; null if that was never looked at
 * @param projectId 0 if the request named none
 * @param iid its merge request; 0 if the request named none
 * @param reviewId the review that it led to; 0 if there is none
 */
record Delivery(
        long id,
        OffsetDateTime receivedAt,
        String event,
        long projectId,
        @Nullable String project,
        long iid,
        DeliveryVerdict verdict,
        @Nullable String reason,
        @Nullable OffsetDateTime judgedAt,
        long reviewId) {
    static final String COLUMNS = """
            delivery.id, delivery.received_at, delivery.event, delivery.project_id, project.path,
            delivery.merge_request_iid, delivery.verdict, delivery.reason, delivery.judged_at, delivery.review_id
            """;

    static Delivery of(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class),
                row.getString("event"),
                row.getLong("project_id"),
                row.getString("path"),
                row.getLong("merge_request_iid"),
                DeliveryVerdict.of(row.getString("verdict")),
                row.getString("reason"),
                row.getObject("judged_at", OffsetDateTime.class),
                row.getLong("review_id"));
    }

    /** Its merge request as people write it, or its project. */
    public String target() {
        String name = project == null ? "project " + projectId : project;
        return iid == 0 ? name : name + "!" + iid;
    }

    /** How long it took until it had its verdict; empty as long as it has none. */
    public String took() {
        return judgedAt == null ? "" : Elapsed.words(Duration.between(receivedAt, judgedAt));
    }

    DeliveryCursor cursor() {
        return new DeliveryCursor(receivedAt, id);
    }
}
