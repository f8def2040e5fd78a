package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.review.Dismissals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** What administrators' programs do with findings. The room {@code access} lets nobody else send anything but GET. */
@ApiEndpoint
@ForAdministrators
@Tag(name = "Findings")
class ApiFindingActions {
    private static final String FINDING = "/findings/{id:" + ApiEndpoint.ID + "}";

    private final ApiFindingReader reader;
    private final FindingActions actions;

    ApiFindingActions(ApiFindingReader reader, FindingActions actions) {
        this.reader = reader;
        this.actions = actions;
    }

    @PostMapping(FINDING + "/ignore")
    @ApiEndpoint.OfOne
    @Operation(
            operationId = "ignoreFinding",
            summary = "Ignores a finding",
            description = "In all merge requests of its project, until that is taken back. GitLab follows in a moment.")
    ApiFinding ignore(
            @Parameter(description = "The id of the finding.") @PathVariable long id,
            @RequestBody ApiReason reason,
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        return dismiss(id, Dismissals.Kind.IGNORED, reason, account, request);
    }

    @PostMapping(FINDING + "/false-alarm")
    @ApiEndpoint.OfOne
    @Operation(
            operationId = "callFalseAlarm",
            summary = "Calls a finding a false alarm",
            description = "As ignoring it, and held against its rule.")
    ApiFinding falseAlarm(
            @Parameter(description = "The id of the finding.") @PathVariable long id,
            @RequestBody ApiReason reason,
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        return dismiss(id, Dismissals.Kind.FALSE_ALARM, reason, account, request);
    }

    @PostMapping(FINDING + "/take-back")
    @ApiEndpoint.OfOne
    @ApiEndpoint.Changing
    @Operation(
            operationId = "takeFindingBack",
            summary = "Lets a finding count again",
            description = "Takes back that it was ignored or called a false alarm.")
    ApiFinding takeBack(
            @Parameter(description = "The id of the finding.") @PathVariable long id,
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        if (!actions.takeBack(reader.row(id, account), account, request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "The finding was not put aside in the dashboard.");
        }
        return reader.read(id, account);
    }

    @PostMapping(FINDING + "/check-again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiEndpoint.OfOne
    @Operation(
            operationId = "checkAgain",
            summary = "Has its merge request looked at again",
            description = "The answer has the finding as it is before that.")
    ApiFinding check(
            @Parameter(description = "The id of the finding.") @PathVariable long id,
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        actions.check(reader.row(id, account), account, request.getRemoteAddr());
        return reader.read(id, account);
    }

    private ApiFinding dismiss(
            long id, Dismissals.Kind kind, ApiReason reason, Account account, HttpServletRequest request) {
        FindingRow finding = reader.row(id, account);
        FindingReason said = FindingReason.of(Objects.requireNonNullElse(reason.reason(), ""));
        said.problem().ifPresent(problem -> {
            throw new WrongParametersException(List.of(new WrongParametersException.Problem("reason", problem)));
        });
        actions.dismiss(finding, kind, said.text(), account, request.getRemoteAddr());
        return reader.read(id, account);
    }
}
