package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody's command in a comment, as programs get it. */
@Schema(name = "Command", description = "What somebody asked Kanilint for in a comment.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiCommand(
        @Schema(description = "Which command; left out as long as it was not read.") @Nullable
        String name,

        @Schema(description = "How far it is.") String state,

        @Schema(description = "What was written behind its name.")
        String text,

        @Schema(description = "What came of it, for people.") @Nullable
        String outcome,

        @JsonProperty("received_at") Instant receivedAt,

        @Schema(description = "When it was answered, where that is told.") @JsonProperty("finished_at") @Nullable
        Instant finishedAt) {

    static ApiCommand of(DeliveryQueries.CommandOf row) {
        return new ApiCommand(
                row.name(),
                row.state(),
                row.text(),
                row.outcome(),
                row.receivedAt().toInstant(),
                ApiProject.instant(row.finishedAt()));
    }

    static ApiCommand of(ReviewedMergeRequests.CommandRow row) {
        return new ApiCommand(
                row.name(),
                row.state(),
                row.text(),
                row.outcome(),
                row.receivedAt().toInstant(),
                null);
    }
}
