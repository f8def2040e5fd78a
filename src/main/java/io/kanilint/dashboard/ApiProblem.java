package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Why a request was not carried out, as RFC 9457 has it. */
@Schema(name = "Problem", description = "Why a request was not carried out (RFC 9457).")
record ApiProblem(
        @Schema(description = "Always `about:blank`: the status says what kind of problem it is.")
        String type,

        @Schema(description = "The status in words.") String title,
        @Schema(description = "The HTTP status.") int status,
        @Schema(description = "What is wrong, for people.") String detail,

        @Schema(
                description = "What is wrong with each parameter or field; left out if none is to blame.",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Wrong> errors) {

    @Schema(name = "ParameterProblem", description = "What is wrong with a parameter or field.")
    record Wrong(
            @Schema(description = "The name of the parameter or field.")
            String parameter,

            @Schema(description = "What is wrong with it, for people.")
            String detail) {}

    static ApiProblem of(HttpStatus status, String detail) {
        return new ApiProblem("about:blank", status.getReasonPhrase(), status.value(), detail, List.of());
    }

    static ApiProblem of(WrongParametersException request) {
        List<Wrong> errors = request.byParameter().stream()
                .map(problem -> new Wrong(problem.parameter(), problem.sentence()))
                .toList();
        var status = HttpStatus.BAD_REQUEST;
        return new ApiProblem(
                "about:blank", status.getReasonPhrase(), status.value(), String.join(" ", request.problems()), errors);
    }
}
