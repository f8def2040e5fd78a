package io.kanilint.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Valve;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;

/** Which addresses are open to whom. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessProperties.class, GitLabLoginProperties.class})
class AccessConfiguration {
    /** Everything comes from here, nothing is written into the page, and nobody puts us into a frame. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    /** Pages for everybody; comments in GitLab link to those of the rules. */
    private static final RequestMatcher OPEN = RequestMatchers.anyOf(
            pathPattern("/login/**"),
            pathPattern("/logout"),
            pathPattern("/oauth2/**"),
            pathPattern("/error"),
            pathPattern("/rules"),
            pathPattern("/rules/*"));

    private final PublicUrl publicUrl;
    private final AccessProperties properties;
    private final Clock clock;

    AccessConfiguration(PublicUrl publicUrl, AccessProperties properties, Clock clock) {
        this.publicUrl = publicUrl;
        this.properties = properties;
        this.clock = clock;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxyMark() {
        return server -> {
            var valves = new ArrayList<Valve>(List.of(new ProxyMark()));
            valves.addAll(server.getEngineValves());
            server.setEngineValves(valves);
        };
    }

    /**
     * GitLab's webhooks show that they may by token or signature, see the room {@code delivery}. Metrics are for the network in
     * which Kanilint runs, and a proxy hands on what comes from outside.
     */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher("/webhooks/**", "/actuator/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                RequestMatchers.allOf(pathPattern("/actuator/prometheus"), ProxyMark.THROUGH_PROXY))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    /** What pages load is the same for everybody and may be kept by browsers. */
    @Bean
    @Order(2)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher("/assets/**", "/webjars/**", "/_static/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }

    /** The REST API is for programs: a token, and no session that a browser would bring along by itself. */
    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, LoginWays ways) throws Exception {
        var problems = new Problems(publicUrl);
        RequestMatcher documentation = RequestMatchers.allOf(
                RequestMatchers.anyOf(pathPattern("/v3/api-docs/**"), pathPattern("/v3/api-docs.yaml")),
                request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null);
        return withoutSession(http.securityMatcher(RequestMatchers.anyOf(pathPattern("/api/**"), documentation)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .authenticated()
                        .requestMatchers(HttpMethod.HEAD)
                        .authenticated()
                        .anyRequest()
                        .hasAuthority(TokenFilter.WRITE))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(
                        new TokenFilter(tokens, properties, problems, ways.gitlab(), clock), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(
            HttpSecurity http, GitLabLogin gitlab, GitLabAccounts accounts, Audit audit, ReturnPath returnPath)
            throws Exception {
        var signedIn = new SignedIn(audit, returnPath);
        var notSignedIn = new NotSignedIn(audit, clock);
        var toLogin = new ToLogin(returnPath);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/audit/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(new AccountSession(properties, clock)))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(form ->
                        form.loginPage("/login").successHandler(signedIn).failureHandler(notSignedIn))
                .logout(logout -> logout.addLogoutHandler(signedIn).logoutSuccessUrl("/login?out"))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(toLogin))
                .addFilterBefore(
                        new TrustFilter(accounts, properties, toLogin, gitlab.configured(), OPEN, clock),
                        AuthorizationFilter.class);
        headers(http);
        if (gitlab.configured()) {
            http.oauth2Login(login -> {
                login.loginPage("/login").successHandler(signedIn).failureHandler(notSignedIn);
                gitlab.set(login);
            });
        }
        return http.build();
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(GitLabLogin gitlab) {
        return gitlab.idTokens();
    }

    private HttpSecurity withoutSession(HttpSecurity http) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
        headers(http);
        return http;
    }

    private void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                // The last piece of the way may be plain http: what counts is what the browser sees.
                .httpStrictTransportSecurity(hsts -> {
                    if (publicUrl.secure()) {
                        hsts.requestMatcher(AnyRequestMatcher.INSTANCE);
                    } else {
                        hsts.disable();
                    }
                }));
    }
}
