package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, there is a tree, soon, and its places lie in the text. */
class RobustnessTest {
    /** Longer with {@code -Dkanilint.shell.long=2000000}. */
    private static final int LONG = Integer.getInteger("kanilint.shell.long", 200_000);
    /** Far more than is needed here, as a busy machine may be slow. */
    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(",
                "`",
                "\"${",
                "((",
                "$((",
                "{ ",
                "( ",
                "'",
                "\"",
                "\"\n",
                "'\n",
                "$(\n",
                "`\n",
                "((\n",
                "if ",
                "if a; then\n",
                "case x in a) ",
                "\"${x:-\"",
                "[",
                "{",
                "{a,",
                "{a..",
                "{a,}",
                "{1..1000}",
                "$[",
                "a[",
                "[[ ( ",
                "[[ ! ",
                "! ",
                "time ",
                "<(",
                "<<A ",
                "<<A\n",
                "a && ",
                "a | ",
                "\\\n",
                "`\\`",
                "`#`",
                "`cat <<A\n`\n",
                "$(cat <<-A\n\t",
                "f() { ",
                "((a) ; ",
                "$((a) ; ",
                "${a[${",
                "a=(",
                "coproc { ",
                "1>",
                "[$x",
                "\0",
                ")",
                "fi\n",
                "\"${x:-'",
                "((a) # '\n)",
                "\"$(",
                "shopt -s extglob; @(",
                "[[ a =~ (",
                "${x/[",
                "(((a) b",
                "$(($((a) ",
                "\"$((\"$(("
            })
    void isReadSoon(String unit) {
        String script = unit.repeat(LONG / unit.length());
        assertTimeoutPreemptively(SOON, () -> ShellParser.parse(script));
        assertTimeoutPreemptively(SOON, () -> ShellParser.parse(script + "\n)"));
    }

    @Test
    void anyBytesAreRead() {
        for (int seed = 0; seed < BashSyntaxTest.SCRIPTS; seed++) {
            var random = new Random(seed);
            int[] characters = random.ints(random.nextInt(300), 0, random.nextBoolean() ? 128 : 0x3000)
                    .toArray();
            PlaceCheck.tree(new String(characters, 0, characters.length));
        }
    }

    @Test
    void anyBeginningOfAScriptIsRead() {
        for (int seed = 0; seed < BashSyntaxTest.SCRIPTS / 10; seed++) {
            String script = ScriptGenerator.script(seed);
            int step = 1 + script.length() / 200;
            for (int end = 0; end < script.length(); end += step) {
                PlaceCheck.tree(script.substring(0, end));
            }
        }
    }

    @Test
    void brokenScriptsAreRead() {
        for (int seed = 0; seed < BashSyntaxTest.SCRIPTS * 5; seed++) {
            PlaceCheck.tree(Mutation.of(ScriptGenerator.script(seed), seed));
        }
    }

    @Test
    void theLineBehindABrokenOneIsRead() {
        for (String broken : List.of(
                "echo )",
                "echo 'a",
                "fi",
                "if ; then",
                "a && && b",
                "x=$(a",
                "${x",
                "`a",
                ";;",
                "if a",
                "if a; then b )",
                "{ a )",
                "f() { )",
                "for x in a",
                "[[ a",
                "a=(b",
                "((a",
                "$((a",
                "\"$(a",
                "${x:-'",
                "case x in a",
                "a <",
                "a\r )\r",
                "a \0 )")) {
            Command.Sequence tree = ShellParser.parse(broken + "\nnext one\n");
            assertThat(Trees.all(Command.Simple.class, tree))
                    .as(broken)
                    .anyMatch(simple -> simple.name().filter("next"::equals).isPresent());
        }
    }

    /** The text of a simple command is that command, unless its here-documents or backquotes are elsewhere. */
    @Test
    void theTextOfACommandIsThatCommand() {
        IntStream.range(0, BashSyntaxTest.SCRIPTS)
                .mapToObj(ScriptGenerator::script)
                .filter(script -> !script.contains("`") && !script.contains("<<") && !script.contains("export"))
                .forEach(script -> {
                    for (Command.Simple simple : Trees.all(Command.Simple.class, ShellParser.parse(script))) {
                        String text = script.substring(simple.start(), simple.end());
                        Command.Sequence again = ShellParser.parse(text);
                        assertThat(again.items()).as(text).hasSize(1);
                        assertThat(shape(again.items().getFirst().command()))
                                .as(text)
                                .isEqualTo(shape(simple));
                    }
                });
    }

    /** A tree without its places. */
    private static String shape(Command command) {
        return command.toString().replaceAll("start=\\d+, end=\\d+", "");
    }
}
