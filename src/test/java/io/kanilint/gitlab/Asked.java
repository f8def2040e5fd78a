package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** A GitLab under test, and what it asked of the stub behind it. */
final class Asked {
    static final String TOKEN = "not-a-real-token";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Asked() {}

    static WireMockExtension stub() {
        return WireMockExtension.newInstance()
                .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
                .build();
    }

    static GitLab gitlab(String url) {
        return gitlab(url, Duration.ofSeconds(20));
    }

    static GitLab gitlab(String url, Duration patience) {
        var properties = new GitLabProperties(url, TOKEN, null, patience.dividedBy(2), patience.dividedBy(2));
        return new GitLab(new GitLabHttp(properties, "Kanilint/test", InstantSource.fixed(NOW)));
    }

    static void answer(WireMockExtension stub, ResponseDefinitionBuilder answer) {
        stub.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(answer));
    }

    static void answer(WireMockExtension stub, String json) {
        answer(stub, okJson(json));
    }

    static LoggedRequest only(WireMockExtension stub) {
        var all = stub.findAll(WireMock.anyRequestedFor(WireMock.anyUrl()));
        if (all.size() != 1) {
            throw new AssertionError("Expected one request, not " + all.size());
        }
        return all.getFirst();
    }

    /** The fields of a form, decoded. */
    static Map<String, String> form(LoggedRequest request) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : request.getBodyAsString().split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(decode(parts[0]), decode(parts[1]));
        }
        return fields;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
