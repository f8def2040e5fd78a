package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kanilint.shell.Shells.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code bash -n} takes our parser reads to the last word, and what Bash refuses it calls unreadable. */
class BashSyntaxTest {
    /** How many scripts are made up; more with {@code -Dkanilint.shell.scripts=10000}. */
    static final int SCRIPTS = Integer.getInteger("kanilint.shell.scripts", 200);

    /** Which scripts are made up: change it to see others. */
    static final long SEED = Long.getLong("kanilint.shell.seed", 1);

    /**
     * Scripts on which Bash 5.2 and our parser may differ, in a hundred. Bash writes the commands in a substitution out
     * and reads them again, which garbles some; loses track of here-documents in arrays and unfinished ones in
     * substitutions; and behind some loops and cases it takes an argument {@code in} for the reserved word.
     */
    private static final int TOLERATED = 1;

    private static final int TOLERATED_MUTATIONS = 3;

    @BeforeAll
    static void bashIsThere() {
        assumeTrue(Shells.hasBash(), "there is no Bash 5.2 or later");
    }

    @Test
    void agreesOnRealScripts() {
        assertThat(disagreements(Corpus.scripts())).isEmpty();
    }

    @Test
    void agreesOnEveryCornerOfTheGrammar() {
        var scripts = LongStream.range(SEED, SEED + SCRIPTS)
                .mapToObj(ScriptGenerator::script)
                .toList();
        assertThat(disagreements(scripts)).hasSizeLessThanOrEqualTo(scripts.size() * TOLERATED / 100);
    }

    @Test
    void agreesOnBrokenScripts() {
        var broken = LongStream.range(SEED, SEED + SCRIPTS)
                .mapToObj(seed -> Mutation.of(ScriptGenerator.script(seed), seed))
                .filter(script -> !isBeyondBash(script))
                .toList();
        assertThat(disagreements(broken)).hasSizeLessThanOrEqualTo(broken.size() * TOLERATED_MUTATIONS / 100);
    }

    /**
     * Bash looks into backquotes, into what only begins like arithmetic, and into braces only when it runs them; it
     * reports success where {@code [[} has no end.
     */
    private static boolean isBeyondBash(String script) {
        return script.contains("`") || script.contains("$((") || script.contains("[[");
    }

    private static List<String> disagreements(List<String> scripts) {
        List<Answer> answers = Shells.check(scripts);
        var disagreements = new ArrayList<String>();
        for (int i = 0; i < scripts.size(); i++) {
            Command.Sequence tree = ShellParser.parse(scripts.get(i));
            if (!answers.get(i).isCrash() && answers.get(i).isSound() != Trees.isSound(tree)) {
                disagreements.add("%s%n--- Bash: %s%n--- we: %s"
                        .formatted(scripts.get(i), answers.get(i), Trees.all(Command.Unreadable.class, tree)));
            }
        }
        return disagreements;
    }
}
