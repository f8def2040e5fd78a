package io.kanilint.dashboard;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for all of the REST API, and the head of its description; and who may come in, here and to pages. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {
    private static final String TOKEN = "token";

    private final Doorkeeper doorkeeper;
    private final ApiParameters parameters;
    private final ApiErrorPage errorPage;

    ApiConfiguration(Doorkeeper doorkeeper, ApiParameters parameters, ApiErrorPage errorPage) {
        this.doorkeeper = doorkeeper;
        this.parameters = parameters;
        this.errorPage = errorPage;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(doorkeeper);
        registry.addInterceptor(parameters).addPathPatterns(ApiEndpoint.ROOT + "/**");
        registry.addInterceptor(errorPage).addPathPatterns(ApiErrorPage.PATH);
    }

    /** None: what comes in is checked by our own words, and one that asks annotations takes 4 MiB. */
    @Override
    public Validator getValidator() {
        return Validator.forInstanceOf(Void.class, (_, _) -> {});
    }

    @Bean
    OpenAPI description(ApiAddress address) {
        return new OpenAPI()
                .info(new Info()
                        .title("Kanilint")
                        .version("v1")
                        .description(
                                "What Kanilint found in the CI configuration of projects in GitLab, and what it did about "
                                        + "it. Within a version, fields and parameters are added, never renamed or removed. Lists come "
                                        + "in pages: go on with the address in the header `Link`, or with `next` as the parameter "
                                        + "`cursor`. Times are in UTC.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url(address.page(""))))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description(
                                                "A token of the page Tokens in the dashboard. To change something, it has "
                                                        + "to be an administrator's and have the scope write.")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** The refusals that any request may meet, and those that its annotations tell of. */
    @Bean
    OperationCustomizer refusals() {
        return (operation, method) -> {
            refusal(
                    operation,
                    HttpStatus.BAD_REQUEST,
                    "The request cannot be understood; `errors` says what is wrong with which parameter.");
            refusal(operation, HttpStatus.UNAUTHORIZED, "There is no token, or it is unknown, revoked or expired.");
            refusal(
                    operation,
                    HttpStatus.FORBIDDEN,
                    "The token does not allow this, or its owner has to sign in again.");
            if (method.hasMethodAnnotation(ApiEndpoint.OfOne.class)) {
                refusal(
                        operation,
                        HttpStatus.NOT_FOUND,
                        "There is no such thing, or the owner of the token may not see it.");
            }
            if (method.hasMethodAnnotation(ApiEndpoint.Changing.class)) {
                refusal(operation, HttpStatus.CONFLICT, "As things are this cannot be done; `detail` says why.");
            }
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> ModelConverters.getInstance(true)
                .readAll(ApiProblem.class)
                .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    }

    private static void refusal(Operation operation, HttpStatus status, String description) {
        var schema = new Schema<>().$ref("#/components/schemas/Problem");
        operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(status.value()),
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                new MediaType().schema(schema))));
    }
}
