package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kanilint.shell.Shells.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What {@code bash -n} takes our parser reads to the last word, and what Bash refuses it calls unreadable. */
class BashSyntaxTest {
    /** How many scripts are made up; more with {@code -Dkanilint.shell.scripts=10000}. */
    static final int SCRIPTS = Integer.getInteger("kanilint.shell.scripts", 200);

    /** Which scripts are made up: change it to see others. */
    static final long SEED = Long.getLong("kanilint.shell.seed", 1);

    /** Something broken that Bash takes, and in which scripts it may be the reason. */
    private record Blindness(String why, String example, Pattern sign) {}

    private static final List<Blindness> BLIND = List.of(
            new Blindness("it looks into backquotes only when it runs them", "a `b (`", Pattern.compile("`")),
            new Blindness(
                    "it looks into what only begins like arithmetic only when it runs it",
                    "a $((b); fi)",
                    Pattern.compile("\\$\\(\\(")),
            new Blindness(
                    "it says nothing of a loop's arithmetic without end, and runs nothing of that line",
                    "for ((a) b; done",
                    Pattern.compile("for\\s+\\(\\(")));

    /** Patterns that a script switches on, which {@code bash -n} does not see as it runs nothing. */
    private static final String SWITCHED_ON = "shopt -s extglob\na !(b|c)\n";

    /**
     * Scripts in a hundred on which both differ for no reason listed. Bash writes the commands in a substitution out and
     * reads them again, which garbles some; loses track of here-documents in arrays and unfinished ones in substitutions.
     */
    private static final int TOLERATED = 1;

    @BeforeAll
    static void bashIsThere() {
        assumeTrue(Shells.hasBash(), "there is no Bash 5.2 or later");
    }

    @Test
    void agreesOnRealScripts(TestReporter reporter) {
        List<String> scripts = Corpus.scripts();
        assertThat(scripts).isNotEmpty();
        assertThat(disagreements("real scripts", scripts, reporter)).isEmpty();
    }

    @Test
    void agreesOnEveryCornerOfTheGrammar(TestReporter reporter) {
        var scripts = LongStream.range(SEED, SEED + SCRIPTS)
                .mapToObj(ScriptGenerator::script)
                .toList();
        assertThat(disagreements("made-up scripts", scripts, reporter))
                .hasSizeLessThanOrEqualTo(scripts.size() * TOLERATED / 100);
    }

    @Test
    void agreesOnBrokenScripts(TestReporter reporter) {
        var broken = LongStream.range(SEED, SEED + SCRIPTS)
                .mapToObj(seed -> Mutation.of(ScriptGenerator.script(seed), seed))
                .toList();
        assertThat(disagreements("broken scripts", broken, reporter))
                .hasSizeLessThanOrEqualTo(broken.size() * TOLERATED / 100);
    }

    /** What is listed still is so. */
    @Test
    void takesWhatItIsBlindTo() {
        List<String> examples = BLIND.stream().map(Blindness::example).toList();
        assertThat(Shells.check(examples)).allMatch(Answer::isSound);
        assertThat(examples)
                .noneMatch(example -> Trees.isSound(ShellParser.parse(example)))
                .allMatch(example -> reason(example).isPresent());
        assertThat(Shells.check(List.of(SWITCHED_ON))).noneMatch(Answer::isSound);
        assertThat(Trees.isSound(ShellParser.parse(SWITCHED_ON))).isTrue();
        assertThat(Shells.run("bash", List.of(SWITCHED_ON.replace("a ", "echo "))))
                .allMatch(answer -> answer.status() == 0);
    }

    /** The disagreements without a reason. At most one script in twenty-five may have a reason. */
    private static List<String> disagreements(String kind, List<String> scripts, TestReporter reporter) {
        List<Answer> answers = Shells.check(scripts);
        var disagreements = new ArrayList<String>();
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < scripts.size(); i++) {
            String script = scripts.get(i);
            Command.Sequence tree = ShellParser.parse(script);
            boolean taken = answers.get(i).isSound();
            Optional<String> reason = taken ? reason(script) : Optional.empty();
            if (answers.get(i).isCrash()) {
                counts.merge("Bash crashes", 1, Integer::sum);
            } else if (taken == Trees.isSound(tree)) {
                counts.merge(taken ? "both take" : "both refuse", 1, Integer::sum);
            } else if (reason.isPresent()) {
                counts.merge(reason.get(), 1, Integer::sum);
            } else {
                counts.merge("unexplained", 1, Integer::sum);
                disagreements.add("%s%n--- Bash: %s%n--- we: %s"
                        .formatted(script, answers.get(i), Trees.all(Command.Unreadable.class, tree)));
            }
        }
        counts.forEach(
                (outcome, count) -> reporter.publishEntry(kind + " from seed " + SEED + ": " + outcome, "" + count));
        assertThat(BLIND.stream()
                        .mapToInt(blind -> counts.getOrDefault(blind.why(), 0))
                        .sum())
                .isLessThanOrEqualTo(scripts.size() / 25);
        assertThat(counts.getOrDefault("Bash crashes", 0)).isLessThanOrEqualTo(scripts.size() / 25);
        return disagreements;
    }

    private static Optional<String> reason(String script) {
        return BLIND.stream()
                .filter(blind -> blind.sign().matcher(script).find())
                .map(Blindness::why)
                .findFirst();
    }
}
