package io.kanilint.access;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** A GitLab to sign in with, its list of projects, and a service that is set to it. */
final class LoginAtGitLab implements AutoCloseable {
    static final String CLIENT_SECRET = "the-secret-of-the-client";
    private static final String ISSUER = "gitlab";

    private final MockOAuth2Server login = new MockOAuth2Server();
    private final WireMockServer api =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    LoginAtGitLab() {
        login.start(InetAddress.getLoopbackAddress(), 0);
        api.start();
        projects(okJson("[]"));
    }

    RunningService service(Map<String, String> more) {
        int port = freePort();
        var settings = new HashMap<String, String>();
        settings.put("server.port", Integer.toString(port));
        settings.put("kanilint.public-url", "http://localhost:" + port);
        settings.put("kanilint.gitlab.url", api.baseUrl());
        settings.put("kanilint.login.client-id", "kanilint");
        settings.put("kanilint.login.client-secret", CLIENT_SECRET);
        settings.put("kanilint.login.admin-groups", "platform/admins");
        settings.put("kanilint.login.viewer-groups", "shop, shop/backend");
        settings.put("kanilint.login.issuer", login.issuerUrl(ISSUER).toString());
        settings.put(
                "kanilint.login.authorize-url",
                login.authorizationEndpointUrl(ISSUER).toString());
        settings.put("kanilint.login.token-url", login.tokenEndpointUrl(ISSUER).toString());
        settings.put("kanilint.login.userinfo-url", login.userInfoUrl(ISSUER).toString());
        settings.put("kanilint.login.keys-url", login.jwksUrl(ISSUER).toString());
        settings.putAll(more);
        return RunningService.start(SharedService.gitlab(), settings);
    }

    /** Who is signed in at GitLab when somebody comes from us the next time. */
    void next(String id, String name, String... groups) {
        login.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER, id, "JWT", List.of("kanilint"), Map.of("preferred_username", name, "groups", List.of(groups))));
    }

    void projects(ResponseDefinitionBuilder answer) {
        api.stubFor(get(urlPathEqualTo("/api/v4/projects")).willReturn(answer));
    }

    List<LoggedRequest> asked() {
        return api.findAll(getRequestedFor(urlPathEqualTo("/api/v4/projects")));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        login.shutdown();
        api.stop();
    }
}
