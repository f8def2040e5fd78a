package io.kanilint.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabPropertiesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gitlab.example.com",
                "ftp://gitlab.example.com",
                "https://",
                "https:///x",
                "not a url",
                "",
                "https://me:hidden@gitlab.example.com",
                "https://gitlab.example.com?private_token=hidden"
            })
    void refusesWhatIsNoUrlOfGitLab(String url) {
        assertThatThrownBy(with(url, "t", null)::base)
                .hasMessageContaining("KANILINT_GITLAB_URL")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gitlab.example.com/", " https://gitlab.example.com "})
    void forgivesSlashAndBlanks(String url) {
        assertThat(with(url, "t", null).base()).hasToString("https://gitlab.example.com");
    }

    @Test
    void keepsAPath() {
        assertThat(with("http://example.com/gitlab/", "t", null).base()).hasToString("http://example.com/gitlab");
    }

    @Test
    void fileWinsAndIsTrimmed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "  from-file\n");
        assertThat(with("https://x", "direct", file.toString()).secret()).contains("from-file");
    }

    @Test
    void blankIsNoToken(@TempDir Path folder) throws Exception {
        Path empty = Files.writeString(folder.resolve("token"), "\n");
        assertThat(with("https://x", " ", null).secret()).isEmpty();
        assertThat(with("https://x", null, " ").secret()).isEmpty();
        assertThat(with("https://x", "direct", empty.toString()).secret()).isEmpty();
    }

    @Test
    void saysWhichFileCannotBeRead(@TempDir Path folder) {
        assertThatThrownBy(with("https://x", null, folder.resolve("missing").toString())::secret)
                .hasMessageContaining("missing")
                .hasMessageContaining("KANILINT_GITLAB_TOKEN_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "two\nlines", "sécret"})
    void refusesATokenThatNoHeaderCanCarryWithoutShowingIt(String token) {
        assertThatThrownBy(with("https://x", token, null)::secret)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(token);
    }

    @Test
    void hidesTheToken() {
        assertThat(with("https://x", "direct", "/run/token").toString())
                .contains("https://x", "/run/token", "token=set")
                .doesNotContain("direct");
    }

    private static GitLabProperties with(String url, @Nullable String token, @Nullable String file) {
        return new GitLabProperties(url, token, file, Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
}
