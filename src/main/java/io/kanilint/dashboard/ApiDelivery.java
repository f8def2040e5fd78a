package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook request as programs get it. */
@Schema(name = "Delivery", description = "A webhook request from GitLab, and what became of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiDelivery(
        long id,
        @Schema(description = "Its page in the dashboard.") String url,
        @JsonProperty("received_at") Instant receivedAt,

        @Schema(description = "What it told of, like `merge_request open`.")
        String event,

        @Schema(description = "The id of the project in GitLab; left out if it named none.")
        @JsonProperty("project_id")
        @Nullable
        Long projectId,

        @Schema(description = "The full path of the project, if known.") @Nullable
        String project,

        @Schema(description = "The number of the merge request in the project; left out if it named none.")
        @JsonProperty("merge_request_iid")
        @Nullable
        Long mergeRequestIid,

        @Schema(
                description = "What became of it; `queued` until that is known.",
                allowableValues = {
                    "queued",
                    "reviewed",
                    "answered",
                    "counted",
                    "ignored",
                    "duplicate",
                    "superseded",
                    "refused",
                    "failed"
                })
        String verdict,

        @Schema(description = "Why, for people.") @Nullable String reason,

        @Schema(description = "When it got its verdict.") @JsonProperty("judged_at") @Nullable
        Instant judgedAt,

        @Schema(description = "The id of the review that it led to; left out if there is none.")
        @JsonProperty("review_id")
        @Nullable
        Long reviewId,

        @Schema(description = "Only where one delivery is asked for.") @Nullable
        Detail detail) {

    @Schema(name = "DeliveryDetail", description = "What is told of a delivery that is asked for by itself.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(
            @Schema(description = "The key by which the same request is known when it comes again.")
            String key,

            @Schema(description = "The ids of other requests that told of the same event.") @JsonProperty("same_event")
            List<Long> sameEvent,

            @Schema(description = "The command that it brought, if it brought one.") @Nullable
            ApiCommand command,

            @Schema(description = "Why it cannot be delivered again, for people; left out if it can.") @Nullable
            String obstacle) {}

    static ApiDelivery of(Delivery row, @Nullable Detail detail, ApiAddress address) {
        return new ApiDelivery(
                row.id(),
                address.page("/deliveries/" + row.id()),
                row.receivedAt().toInstant(),
                row.event(),
                known(row.projectId()),
                row.project(),
                known(row.iid()),
                row.verdict().word(),
                row.reason(),
                ApiProject.instant(row.judgedAt()),
                known(row.reviewId()),
                detail);
    }

    private static @Nullable Long known(long id) {
        return id == 0 ? null : id;
    }
}
