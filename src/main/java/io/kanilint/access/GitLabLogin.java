package io.kanilint.access;

import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabProperties;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The login with GitLab, by OpenID Connect. All addresses are known beforehand, so that the service starts while GitLab is
 * away; every call has a time limit, which Spring's own calls lack.
 */
@Component
class GitLabLogin {
    static final String START = "/oauth2/authorization/gitlab";
    private static final String NAME = "gitlab";
    private static final Logger LOG = LoggerFactory.getLogger(GitLabLogin.class);

    private final GitLabLoginProperties properties;
    private final GitLabProperties gitlab;
    private final PublicUrl publicUrl;
    private final ClientHttpRequestFactory requests;
    private final GitLabUsers users;

    GitLabLogin(
            GitLabLoginProperties properties,
            GitLabProperties gitlab,
            PublicUrl publicUrl,
            GitLabAccounts accounts,
            GitLab api) {
        this.properties = properties;
        this.gitlab = gitlab;
        this.publicUrl = publicUrl;
        requests = requests(properties);
        users = new GitLabUsers(userinfo(), properties, accounts, api);
    }

    boolean configured() {
        return properties.configured();
    }

    void set(OAuth2LoginConfigurer<?> login) {
        if (properties.adminGroups().isEmpty() && properties.viewerGroups().isEmpty()) {
            LOG.warn("Nobody can sign in with GitLab: set KANILINT_ADMIN_GROUPS or KANILINT_VIEWER_GROUPS to the full"
                    + " paths of the groups to let in.");
        }
        login.clientRegistrationRepository(new InMemoryClientRegistrationRepository(registration()))
                .authorizedClientRepository(new NoTokens())
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users));
    }

    private ClientRegistration registration() {
        String base = gitlab.base().toString();
        return ClientRegistration.withRegistrationId(NAME)
                .clientId(properties.clientId().strip())
                .clientSecret(properties.secret())
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(publicUrl.of("/login/oauth2/code/" + NAME))
                .scope("openid", "profile", "read_api")
                .issuerUri(or(properties.issuer(), base))
                .authorizationUri(or(properties.authorizeUrl(), base + "/oauth/authorize"))
                .tokenUri(or(properties.tokenUrl(), base + "/oauth/token"))
                .userInfoUri(or(properties.userinfoUrl(), base + "/oauth/userinfo"))
                .jwkSetUri(or(properties.keysUrl(), base + "/oauth/discovery/keys"))
                .userNameAttributeName("sub")
                .build();
    }

    /** Reads ID tokens; Spring's own reader waits half a second for the keys, which is short for a busy GitLab. */
    JwtDecoderFactory<ClientRegistration> idTokens() {
        var known = new ConcurrentHashMap<String, JwtDecoder>();
        return registration -> known.computeIfAbsent(registration.getRegistrationId(), _ -> idTokens(registration));
    }

    private JwtDecoder idTokens(ClientRegistration registration) {
        String keys = Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(registration))));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    private RestClientAuthorizationCodeTokenResponseClient tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private OidcUserService userinfo() {
        var calls = new RestTemplate(requests);
        calls.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var plain = new DefaultOAuth2UserService();
        plain.setRestOperations(calls);
        var userinfo = new OidcUserService();
        userinfo.setOauth2UserService(plain);
        // The groups are nowhere else.
        userinfo.setRetrieveUserInfo(_ -> true);
        return userinfo;
    }

    private static ClientHttpRequestFactory requests(GitLabLoginProperties properties) {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.patience())
                .build());
        factory.setReadTimeout(properties.patience());
        return factory;
    }

    private static String or(String set, String usual) {
        return set.isBlank() ? usual : set.strip();
    }
}
