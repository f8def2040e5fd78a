package io.kanilint.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same answer for a hook and for a command. */
class CiPathTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aSettingThatWasLeftAloneMeansTheUsualFile(String setting) {
        assertThat(CiPath.of(setting)).contains(".gitlab-ci.yml");
    }

    @Test
    void aFileOfTheProjectIsThatFile() {
        assertThat(CiPath.of("ci/images.yml")).contains("ci/images.yml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci.yml@group/templates", "https://example.com/ci.yml"})
    void aFileElsewhereIsPartOfNoMergeRequest(String setting) {
        assertThat(CiPath.of(setting)).isEmpty();
    }
}
