package io.kanilint.dashboard;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Takes no parameter that the description does not name: with a slip in its name, a filter would be left out without a word.
 */
@Component
class ApiParameters implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && AnnotationUtils.findAnnotation(method.getBeanType(), ApiEndpoint.class) != null) {
            Set<String> known = known(method);
            var problems = new ArrayList<WrongParametersException.Problem>();
            given(request).forEach((name, values) -> {
                if (!known.contains(name)) {
                    problems.add(new WrongParametersException.Problem(
                            name,
                            known.isEmpty()
                                    ? "There is no such parameter here."
                                    : "There is no such parameter here; choose from %s."
                                            .formatted(String.join(", ", known))));
                } else if (values.length > 1) {
                    problems.add(new WrongParametersException.Problem(name, "Give %s once.".formatted(name)));
                }
            });
            if (!problems.isEmpty()) {
                throw new WrongParametersException(problems);
            }
        }
        return true;
    }

    private static Map<String, String[]> given(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException _) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The parameters cannot be read: they have to be percent-encoded UTF-8.");
        }
    }

    private static Set<String> known(HandlerMethod method) {
        List<Parameter> described =
                AnnotatedElementUtils.findMergedRepeatableAnnotations(method.getMethod(), Parameter.class).stream()
                        .filter(parameter -> parameter.in() == ParameterIn.QUERY)
                        .toList();
        return described.stream().map(Parameter::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
