package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static io.kanilint.gitlab.Asked.answer;
import static io.kanilint.gitlab.Asked.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTest {
    private static final int TEN_MB = 10 << 20;

    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    @ParameterizedTest
    @CsvSource({
        ".gitlab-ci.yml, main, .gitlab-ci.yml, main",
        "ci/build images.yml, feature/a+b, ci%2Fbuild%20images.yml, feature%2Fa%2Bb",
        "ci/ä.yml, ü, ci%2F%C3%A4.yml, %C3%BC",
        "x%y?z#{q}&.yml, a{b}%41&ref=main, x%25y%3Fz%23%7Bq%7D%26.yml, a%7Bb%7D%2541%26ref%3Dmain",
    })
    void encodesPathAndRef(String path, String ref, String rawPath, String rawRef) {
        answer(stub, ok("x"));
        gitlab().file(3, path, ref);
        assertThat(only(stub).getUrl())
                .isEqualTo("/api/v4/projects/3/repository/files/" + rawPath + "/raw?ref=" + rawRef);
    }

    @Test
    void findsAProjectByItsPath() {
        answer(stub, ok("x"));
        gitlab().file("group/sub/project", "a.yml", "HEAD");
        assertThat(only(stub).getUrl()).startsWith("/api/v4/projects/group%2Fsub%2Fproject/repository/files/a.yml/raw");
    }

    @Test
    void keepsLineEndsAndReplacesWhatIsNoUtf8() {
        answer(stub, aResponse().withBody("ä\r\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(gitlab().file(3, "x", "main")).contains("ä\r\n");
        answer(stub, aResponse().withBody(new byte[] {'a', (byte) 0xff, 'b'}));
        assertThat(gitlab().file(3, "x", "main")).contains("a\ufffdb");
        answer(stub, ok());
        assertThat(gitlab().file(3, "x", "main")).contains("");
    }

    @Test
    void noFileNoText() {
        answer(stub, status(404).withBody("{\"message\": \"404 File Not Found\"}"));
        assertThat(gitlab().file(3, "x", "main")).isEmpty();
    }

    @Test
    void readsTenMegabytesAndNotAByteMore() {
        answer(stub, aResponse().withBody(new byte[TEN_MB]));
        assertThat(gitlab().file(3, "x", "main").orElseThrow()).hasSize(TEN_MB);
        answer(stub, aResponse().withBody(new byte[TEN_MB + 1]));
        assertThat(gitlab().file(3, "big.yml", "main").orElseThrow()).hasSize(TEN_MB);
    }

    private GitLab gitlab() {
        return Asked.gitlab(stub.baseUrl());
    }
}
