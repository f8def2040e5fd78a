package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of the first page, for programs. */
@ApiEndpoint
@Tag(name = "Overview")
class ApiFigures {
    private final Figures figures;

    ApiFigures(Figures figures) {
        this.figures = figures;
    }

    @GetMapping("/overview")
    @Operation(operationId = "getOverview", summary = "Gives the figures of the first page")
    ApiOverview overview(@Parameter(hidden = true) @AuthenticationPrincipal Account account) {
        return ApiOverview.of(figures.of(account.visibility()));
    }
}
