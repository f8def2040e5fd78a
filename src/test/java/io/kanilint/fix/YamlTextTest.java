package io.kanilint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlTextTest {

    @Test
    void aNameOfManyPartsIsWrittenAsItIs() {
        String name = "a" + ":b".repeat(100_000);
        assertThat(YamlText.of(name)).isEqualTo(name);
        assertThat(YamlText.of(name + ": c")).startsWith("'");
    }
}
