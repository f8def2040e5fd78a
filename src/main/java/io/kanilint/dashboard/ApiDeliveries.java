package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kanilint.access.Account;
import io.kanilint.delivery.Redelivery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** Webhook requests for administrators' programs. */
@ApiEndpoint
@ForAdministrators
@Tag(name = "Deliveries", description = "For administrators only.")
class ApiDeliveries {
    private static final String DELIVERY = "/deliveries/{id:" + ApiEndpoint.ID + "}";

    private final DeliveryQueries deliveries;
    private final Redelivery redelivery;
    private final DeliveryActions actions;
    private final ApiAddress address;

    @Schema(name = "DeliveryPage", description = "A part of a list of deliveries.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<ApiDelivery> items,

            @Schema(description = "Leads to the next page, as the parameter `cursor`; left out on the last page.")
            @Nullable
            String next) {}

    ApiDeliveries(DeliveryQueries deliveries, Redelivery redelivery, DeliveryActions actions, ApiAddress address) {
        this.deliveries = deliveries;
        this.redelivery = redelivery;
        this.actions = actions;
        this.address = address;
    }

    @GetMapping("/deliveries")
    @Operation(operationId = "listDeliveries", summary = "Lists webhook requests", description = "The newest first.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "verdict",
            description = "What became of them.",
            schema =
                    @Schema(
                            type = "string",
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
                            }))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "event",
            description = "What they told of, like `merge_request open`.",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "project",
            description = "The full path of a project, or its id.",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "merge_request",
            description = "The number of a merge request; `project` is then given too.",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "The first day, in UTC, on which they came.",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "The last such day.",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = ApiCursor.LIMIT,
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cursor",
            description = ApiCursor.CURSOR,
            schema = @Schema(type = "string"))
    ResponseEntity<Page> list(@Parameter(hidden = true) @RequestParam Map<String, String> request) {
        var parameters = new RequestParameters(request);
        DeliveryFilter filter = DeliveryFilter.of(
                parameters,
                ApiCursor.<@Nullable DeliveryCursor>read(
                        request, parameters, null, cursor -> DeliveryCursor.of(ApiCursor.plain(cursor))));
        int limit = ApiCursor.limit(parameters);
        parameters.check();
        List<Delivery> found = deliveries.list(filter, limit + 1);
        List<Delivery> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > shown.size()
                ? ApiCursor.opaque(shown.getLast().cursor().toString())
                : null;
        var page = new Page(
                shown.stream().map(row -> ApiDelivery.of(row, null, address)).toList(), next);
        return address.answer(page, "/deliveries", request, new ApiCursor.Next(next));
    }

    @GetMapping(DELIVERY)
    @ApiEndpoint.OfOne
    @Operation(operationId = "getDelivery", summary = "Gives one webhook request")
    ApiDelivery one(@Parameter(description = "The id of the delivery.") @PathVariable long id) {
        return detailed(find(id));
    }

    @PostMapping(DELIVERY + "/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiEndpoint.OfOne
    @ApiEndpoint.Changing
    @Operation(
            operationId = "redeliver",
            summary = "Has a webhook request worked off again",
            description = "The answer says `queued`; the verdict changes when it was worked off.")
    ApiDelivery again(
            @Parameter(description = "The id of the delivery.") @PathVariable long id,
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        actions.again(find(id).delivery(), account, request.getRemoteAddr()).ifPresent(obstacle -> {
            throw new ResponseStatusException(HttpStatus.CONFLICT, obstacle);
        });
        return detailed(find(id));
    }

    private ApiDelivery detailed(DeliveryQueries.Detail detail) {
        Delivery row = detail.delivery();
        var more = new ApiDelivery.Detail(
                detail.key(),
                deliveries.others(detail).stream().map(Delivery::id).toList(),
                deliveries.command(detail.key()).map(ApiCommand::of).orElse(null),
                redelivery.obstacle(row.id()).orElse(null));
        return ApiDelivery.of(row, more, address);
    }

    private DeliveryQueries.Detail find(long id) {
        return deliveries.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
