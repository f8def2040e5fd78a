package io.kanilint.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to put a finding aside. */
@Schema(name = "Reason", description = "Why a finding is put aside.")
record ApiReason(
        @Schema(
                description = "Why, so that others understand it later.",
                minLength = 1,
                maxLength = FindingReason.LONGEST,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String reason) {}
