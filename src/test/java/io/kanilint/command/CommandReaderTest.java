package io.kanilint.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@bot fix",
                "@Bot: FIX!",
                "Thanks. @bot fix please",
                "@bot, fix.",
                "> said somebody\n\n  @bot fix",
                "I like @bot so much.\n@bot fix",
                "```\n@bot help\n```\n@bot fix",
                "`@bot help` or @bot fix"
            })
    void readsWhatStandsBehindTheName(String text) {
        assertThat(CommandReader.read(text, "bot")).contains(new Command.Fix());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bot fix",
                "@bots fix",
                "@bot-two fix",
                "@bot.two fix",
                "x@bot fix",
                "@@bot fix",
                "`@bot fix`",
                "``a ` @bot fix``",
                "> @bot fix",
                "~~~\n@bot fix\n~~~",
                "````\n```\n@bot fix\n````",
                "```\n@bot fix",
                "<!-- @bot fix -->",
                "/group/@bot fix"
            })
    void aNameElsewhereIsNotMeant(String text) {
        assertThat(CommandReader.read(text, "bot")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@bot", "@bot fix everything", "@bot fixed it", "Thank you, @bot.", "@bot ignored me"})
    void whatIsNoCommandIsUnknown(String text) {
        assertThat(CommandReader.read(text, "bot")).contains(new Command.Unknown());
    }

    @Test
    void anIgnoredRuleHasAReasonUpToTheEndOfTheLine() {
        assertThat(CommandReader.read("@bot ignore `Some-Rule` -- the `images` are tiny \nand more", "bot"))
                .contains(new Command.Ignore("some-rule", "the `images` are tiny"));
        assertThat(CommandReader.read("@bot ignore some-rule ...", "bot"))
                .contains(new Command.Ignore("some-rule", ""));
        assertThat(CommandReader.read("@bot ignore", "bot")).contains(new Command.Ignore("", ""));
    }

    @Test
    void longTextIsReadQuickly() {
        assertThat(CommandReader.read("`".repeat(3_999) + "@", "bot")).isEmpty();
        assertThat(CommandReader.read("``a ".repeat(1_000), "bot")).isEmpty();
        assertThat(CommandReader.read("<!--".repeat(1_000), "bot")).isEmpty();
    }
}
