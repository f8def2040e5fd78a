package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kanilint.shell.OracleVerdict.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real shells are the judges: what they do with a script must be among the ways that the engine finds, with the same words;
 * where all is known, there must be no other way.
 *
 * <p>Out of reach, and so not held against the engine:
 *
 * <ul>
 *   <li>the exit code of a program that fails ({@code $?}): it is some code other than 0;
 *   <li>which programs are installed: a command that is not found fails, one that is there may do either;
 *   <li>races: whether a writer into a pipe ends before its reader, when commands in the background come. A disagreement
 *       that a second run does not show again is counted as a race;
 *   <li>an unknown value without quotes and with text around it is taken for one word, though it can hold blanks.
 * </ul>
 */
class OracleTest {
    /** How many scripts are made up; see {@code bench/oracle.sh}. */
    private static final int SCRIPTS = Integer.getInteger("kanilint.oracle.scripts", 300);

    /** The first of their numbers: the same scripts in every build, so that a change is judged by what it changes. */
    private static final long SEED = Long.getLong("kanilint.oracle.seed", 1);

    private static final double MOST_GIVEN_UP = 0.05;

    private static final Path FIXTURES = Path.of("src/test/resources/oracle");

    private static RealShells shells;

    @BeforeAll
    static void shellsAreThere() {
        assumeTrue(RealShells.isInstalled("bash"), "there is no Bash");
        shells = new RealShells();
    }

    @AfterAll
    static void cleanUp() {
        if (shells != null) {
            shells.close();
        }
    }

    @Test
    void shellsDoWhatTheEngineFinds() {
        var campaign = OracleCampaign.run(SEED, SCRIPTS, shells);
        if (SCRIPTS != 300) {
            System.out.println(campaign.summary());
        }
        assertThat(campaign.disagreements())
                .as("-Dkanilint.oracle.scripts=%d -Dkanilint.oracle.seed=%d, %s", SCRIPTS, SEED, campaign.summary())
                .isEmpty();
        assertThat(campaign.gaveUp()).as(campaign.summary()).isLessThan(MOST_GIVEN_UP);
    }

    static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.sorted().toList().stream();
        }
    }

    /** Scripts that once were understood wrongly. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void staysRight(Path fixture) throws IOException {
        OracleCase given = OracleFixture.read(Files.readString(fixture));
        var verdict = OracleJudge.judge(given, shells.run(given));
        assertThat(verdict.kind()).as(verdict.wrong()).isEqualTo(Kind.GOOD);
    }
}
