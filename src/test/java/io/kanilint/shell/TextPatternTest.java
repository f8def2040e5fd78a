package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            *,        '',    true
            a*c,      abbc,  true
            a*c,      abbcd, false
            ?,        '',    false
            [a-c]x,   bx,    true
            [!a-c]x,  bx,    false
            []x],     ],     true
            [[:digit:]]*, 7z, true
            [,        [,     true
            \\*,      *,     true
            \\*,      a,     false
            """)
    void matches(String pattern, String text, boolean matches) {
        assertThat(TextPattern.of(pattern).orElseThrow().matches(text)).isEqualTo(matches);
    }

    /** Regular expressions take longer than the world lasts for this one. */
    @Test
    void noPatternMakesTheWorkExplode() {
        TextPattern pattern = TextPattern.of("*a".repeat(30) + "b").orElseThrow();
        String text = "a".repeat(20_000);
        assertThat(pattern.matches(text)).isFalse();
        assertThat(pattern.withoutEnd(text, true)).isEqualTo(text);
        assertThat(pattern.replace(text, "c", true)).isEmpty();
    }

    /** Bash decides: made-up patterns on made-up texts, in every operator. */
    @Test
    void bashSaysTheSame() throws IOException {
        assumeTrue(RealShells.isInstalled("bash"));
        var random = new Random(11);
        var script = new StringBuilder();
        var asked = new ArrayList<String>();
        var ours = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            String text = made(random, "ab-1", 6);
            String glob = made(random, "ab1*?[]!-^\\", 6);
            TextPattern pattern = TextPattern.of(glob).orElseThrow();
            asked.add("text '%s', pattern '%s'".formatted(text, glob));
            script.append("x='%s' p='%s'; case $x in $p) echo yes;; *) echo no;; esac\n".formatted(text, glob));
            script.append("echo \"${x#$p},${x##$p},${x%$p},${x%%$p},${x/$p/c},${x//$p/c}\"\n");
            ours.add(pattern.matches(text) ? "yes" : "no");
            ours.add(String.join(
                    ",",
                    pattern.withoutStart(text, false),
                    pattern.withoutStart(text, true),
                    pattern.withoutEnd(text, false),
                    pattern.withoutEnd(text, true),
                    pattern.replace(text, "c", false).orElseThrow(),
                    pattern.replace(text, "c", true).orElseThrow()));
        }
        List<String> theirs = bash(script.toString());
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i)).as(asked.get(i / 2)).isEqualTo(theirs.get(i));
        }
    }

    private static String made(Random random, String letters, int longest) {
        var made = new StringBuilder();
        int length = random.nextInt(longest + 1);
        for (int i = 0; i < length; i++) {
            made.append(letters.charAt(random.nextInt(letters.length())));
        }
        return made.toString();
    }

    private static List<String> bash(String script) throws IOException {
        var builder = new ProcessBuilder("bash", "-s").redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process bash = builder.start();
        try (var input = bash.outputWriter(StandardCharsets.UTF_8)) {
            input.write(script);
        }
        try (var output = bash.inputReader(StandardCharsets.UTF_8)) {
            return output.lines().toList();
        }
    }
}
