package io.kanilint.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Parameters of a request that cannot be understood. */
final class WrongParametersException extends RuntimeException {
    private final transient List<Problem> problems;

    /**
     * What is wrong with one parameter.
     *
     * @param sentence for whoever asked
     */
    record Problem(String parameter, String sentence) {}

    WrongParametersException(List<Problem> problems) {
        super(problems.stream().map(Problem::sentence).collect(Collectors.joining(" ")), null, false, false);
        this.problems = List.copyOf(problems);
    }

    List<Problem> byParameter() {
        return problems;
    }

    /**
     * Has a page of a list say so, in the place of what there would be.
     *
     * @param htmx what htmx says of itself; null if it did not ask
     */
    void show(Model model, @Nullable String htmx, HttpServletResponse response) {
        model.addAttribute("problems", problems());
        // htmx shows no answer that says it is an error.
        response.setStatus(htmx == null ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_OK);
    }

    List<String> problems() {
        return problems.stream().map(Problem::sentence).toList();
    }
}
