package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands begin and end where tree-sitter-bash sees them begin and end, but for what is listed with a reason. A reason
 * counts only if both agree once it is written otherwise and our tree is the same but for that. Of the scripts that use
 * every corner of the grammar tree-sitter reads too few; it gets plainer ones.
 */
class TreeSitterTest {
    private static final List<Peculiarity> KNOWN = Stream.of(
                    TreeSitterWords.ALL, List.of(TreeSitterWords.UNSEEN), TreeSitterCommands.ALL)
            .flatMap(List::stream)
            .toList();

    /** No example's command exists; each that is run is named instead, wherever its output goes. */
    private static final String NAMES_COMMANDS = """
            exec 9>&1
            command_not_found_handle() { echo "$1" >&9; }
            """;

    @Test
    void seesTheSameCommandsInRealScripts(TestReporter reporter) {
        compare(Corpus.scripts(), "real scripts", reporter);
    }

    @Test
    void seesTheSameCommandsInEverydayScripts(TestReporter reporter) {
        List<String> scripts = LongStream.range(BashSyntaxTest.SEED, BashSyntaxTest.SEED + BashSyntaxTest.SCRIPTS / 2)
                .mapToObj(ScriptGenerator::everydayScript)
                .toList();
        compare(scripts, "made-up scripts from seed " + BashSyntaxTest.SEED, reporter);
    }

    /** What is listed still is so: each example is sound, is read differently, and is read alike after its remedy. */
    @ParameterizedTest
    @MethodSource("known")
    void whatIsListedIsSo(Peculiarity peculiarity) {
        String example = peculiarity.example();
        assertThat(Trees.isSound(ShellParser.parse(example))).isTrue();
        assertThat(agree(example)).isFalse();
        assertThat(explains(List.of(peculiarity), example)).isTrue();
    }

    static List<Peculiarity> known() {
        return KNOWN;
    }

    /** Bash has the last word: of each example it runs what we see, and nothing else. */
    @Test
    void bashRunsTheCommandsThatWeSee() {
        assumeTrue(Shells.hasBash(), "there is no Bash 5.2 or later");
        List<String> examples = KNOWN.stream()
                .filter(peculiarity -> peculiarity != TreeSitterWords.UNSEEN)
                .map(Peculiarity::example)
                .toList();
        List<Shells.Answer> answers =
                Shells.run("bash", examples.stream().map(NAMES_COMMANDS::concat).toList());
        for (int i = 0; i < examples.size(); i++) {
            List<String> seen = Trees.all(Command.Simple.class, ShellParser.parse(examples.get(i))).stream()
                    .flatMap(simple -> simple.name().stream())
                    .toList();
            List<String> ran = answers.get(i).output().lines().toList();
            assertThat(seen).as(examples.get(i)).containsAll(ran);
            assertThat(ran.isEmpty()).as(examples.get(i)).isEqualTo(seen.isEmpty() || seen.equals(List.of("[")));
        }
    }

    private static void compare(List<String> scripts, String kind, TestReporter reporter) {
        Map<String, Integer> counts = new TreeMap<>();
        var unexplained = new ArrayList<String>();
        for (String script : scripts) {
            for (String outcome : outcomes(script)) {
                counts.merge(outcome, 1, Integer::sum);
                if (outcome.equals("unexplained")) {
                    unexplained.add(script);
                }
            }
        }
        assertThat(scripts).isNotEmpty();
        assertThat(counts.getOrDefault("only we refuse", 0)).isZero();
        counts.forEach((outcome, count) -> reporter.publishEntry(kind + ": " + outcome, "" + count));
        assertThat(unexplained).isEmpty();
    }

    static List<String> outcomes(String script) {
        boolean sound = Trees.isSound(ShellParser.parse(script));
        if (!sound) {
            return List.of(TreeSitter.read(script).error() ? "both refuse" : "only we refuse");
        }
        if (agree(script)) {
            return List.of("agree");
        }
        return explanation(script)
                .map(needed -> needed.stream().map(Peculiarity::why).toList())
                .orElse(List.of("unexplained"));
    }

    /** The fewest peculiarities that explain the difference, if they do. */
    private static Optional<List<Peculiarity>> explanation(String script) {
        if (!explains(KNOWN, script)) {
            return Optional.empty();
        }
        List<Peculiarity> needed = thoseThatOccur(script);
        for (Peculiarity peculiarity : needed) {
            List<Peculiarity> fewer =
                    needed.stream().filter(other -> other != peculiarity).toList();
            if (explains(fewer, script)) {
                needed = fewer;
            }
        }
        return Optional.of(needed);
    }

    private static List<Peculiarity> thoseThatOccur(String script) {
        var rewriting = new Rewriting(script);
        var occurring = new ArrayList<Peculiarity>();
        for (Peculiarity peculiarity : KNOWN) {
            String before = rewriting.text();
            peculiarity.remedy().accept(rewriting);
            if (!rewriting.text().equals(before)) {
                occurring.add(peculiarity);
            }
        }
        return occurring;
    }

    private static boolean explains(List<Peculiarity> peculiarities, String script) {
        Rewriting rewriting = Peculiarity.apply(peculiarities, script);
        return agree(rewriting.text()) && rewriting.keeps(Boundaries.of(ShellParser.parse(script)));
    }

    private static boolean agree(String script) {
        TreeSitter.Reading theirs = TreeSitter.read(script);
        TreeSet<Boundary> ours = Boundaries.of(ShellParser.parse(script));
        return !theirs.error() && theirs.boundaries().equals(ours);
    }
}
