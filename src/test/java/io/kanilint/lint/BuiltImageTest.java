package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltImageTest {
    private static final BuiltImage WEB = image("web", "ctx", "", "");
    private static final BuiltImage API = image("api", "ctx", "", "");

    private static BuiltImage image(String destination, String context, String dockerfile, String target) {
        return BuiltImage.of(destination.isEmpty() ? List.of() : List.of(destination), context, dockerfile, target);
    }

    @Test
    void theOrderDoesNotMatter() {
        assertThat(BuiltImage.areKept(List.of(WEB, API), List.of(API, WEB))).isTrue();
    }

    @Test
    void noneMayBeLostOrCome() {
        assertThat(BuiltImage.areKept(List.of(WEB, API), List.of(WEB))).isFalse();
        assertThat(BuiltImage.areKept(List.of(WEB), List.of(WEB, API))).isFalse();
        assertThat(BuiltImage.areKept(List.of(WEB, API), List.of(WEB, WEB))).isFalse();
    }

    @Test
    void whatWasSaidStays() {
        assertThat(BuiltImage.areKept(List.of(WEB), List.of(image("web", "", "", ""))))
                .isFalse();
        assertThat(BuiltImage.areKept(List.of(WEB), List.of(image("web", "other", "", ""))))
                .isFalse();
    }

    @Test
    void whatWasNotSaidMayBeSaid() {
        assertThat(BuiltImage.areKept(List.of(image("", "ctx", "", "")), List.of(WEB)))
                .isTrue();
        assertThat(BuiltImage.areKept(List.of(WEB), List.of(image("web", "ctx", "d", "t"))))
                .isTrue();
    }

    @Test
    void oneBuildMayHaveTheNamesOfSeveral() {
        BuiltImage both = BuiltImage.of(List.of("web", "api"), "ctx", "", "");

        assertThat(BuiltImage.areKept(List.of(WEB, API), List.of(both))).isTrue();
        assertThat(BuiltImage.areKept(List.of(both), List.of(WEB, API))).isFalse();
        assertThat(BuiltImage.areKept(List.of(WEB, image("api", "other", "", "")), List.of(both)))
                .isFalse();
    }

    /** The one that says less must not take what only the other one can become. */
    @Test
    void thoseThatSayMoreComeFirst() {
        BuiltImage nothing = image("", "", "", "");
        assertThat(BuiltImage.areKept(
                        List.of(nothing, image("", "ctx", "", "")), List.of(WEB, image("x", "y", "", ""))))
                .isTrue();
    }
}
