package io.kanilint.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class GitLabConfigurationTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withBean(SimpleMeterRegistry.class)
            .withBean(Traces.class, () -> Traces.NONE)
            .withUserConfiguration(GitLabConfiguration.class);

    @Test
    void startsWithoutAnything() {
        runner.run(context -> {
            assertThat(context.getBean(GitLab.class).configured()).isFalse();
            var properties = context.getBean(GitLabProperties.class);
            assertThat(properties.base()).hasToString("https://gitlab.com");
            assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
            assertThat(properties.readTimeout()).isEqualTo(Duration.ofSeconds(30));
        });
    }

    @Test
    void readsTheEnvironment(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "from-file\n");
        Map<String, Object> environment = Map.of(
                "KANILINT_GITLAB_URL", "https://gitlab.example.com", "KANILINT_GITLAB_TOKEN_FILE", file.toString());
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))
                .run(context -> {
                    assertThat(context.getBean(GitLab.class).configured()).isTrue();
                    assertThat(context.getBean(GitLabProperties.class).base())
                            .hasToString("https://gitlab.example.com");
                });
    }

    @Test
    void failsToStartOnAWrongUrl() {
        runner.withPropertyValues("kanilint.gitlab.url=gitlab.example.com")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("KANILINT_GITLAB_URL"));
    }
}
