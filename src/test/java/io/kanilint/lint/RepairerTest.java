package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.Source;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fixes, applied until none is left. */
class RepairerTest {
    private static final String JOB = """
            %s:
              script:
                - /kaniko/executor -c web -d example.com/%1$s/web:1
                - /kaniko/executor -c api -d example.com/%1$s/api:1
            """;
    /** Its fix is unsafe: a command is only in one of the jobs afterwards. */
    private static final String COMMAND_BETWEEN = """
            a:
              script:
                - /kaniko/executor -c web -d example.com/web:1
                - make something
                - /kaniko/executor -c api -d example.com/api:1
            """;

    @Test
    void severalJobsAreRepairedAtOnce() {
        Repair repair = repair(JOB.formatted("a") + "\n" + JOB.formatted("b"), false);

        assertThat(repair.before().findings()).isNotEmpty();
        assertThat(repair.applied()).hasSize(2);
        assertThat(repair.changes()).hasSize(1);
        assertThat(text(repair)).contains("a_web:", "a_api:", "b_web:", "b_api:");
        assertThat(repair.left().findings()).noneMatch(finding -> finding.rule().equals("multi-build-job"));
    }

    @Test
    void whatIsRepairedNeedsNoRepair() {
        String once = text(repair(JOB.formatted("a"), false));

        assertThat(repair(once, true).changes()).isEmpty();
    }

    @Test
    void anUnsafeFixIsAppliedOnlyIfAskedFor() {
        assertThat(repair(COMMAND_BETWEEN, false).changes()).isEmpty();
        assertThat(repair(COMMAND_BETWEEN, false).left().findings()).isNotEmpty();
        assertThat(text(repair(COMMAND_BETWEEN, true))).contains("- make something", "a_api:");
    }

    @Test
    void whatTheProjectAcceptsIsLeftAlone() {
        assertThat(repair("# kanilint: ignore multi-build-job\n" + JOB.formatted("a"), true)
                        .changes())
                .isEmpty();
    }

    @Test
    void anIncludedFileIsRepairedWhereItIs() {
        var files = new MapProject(Map.of(MapProject.CI_FILE, "include: b.yml\n", "b.yml", JOB.formatted("a")));
        Repair repair = Repairer.repair(files, Settings.DEFAULT, false, new HashMap<>());

        assertThat(repair.changes())
                .extracting(change -> change.before().path())
                .containsExactly("b.yml");
    }

    @Test
    void aFileThatAnotherProjectChangedIsTakenAsItIsThen() {
        var changed = new HashMap<String, Source>();
        var files = MapProject.of(JOB.formatted("a"));

        assertThat(Repairer.repair(files, Settings.DEFAULT, false, changed).changes())
                .hasSize(1);
        assertThat(Repairer.repair(files, Settings.DEFAULT, false, changed).changes())
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsLeftAlone() {
        assertThat(repair("a: 'x\n", true).changes()).isEmpty();
    }

    private static Repair repair(String text, boolean unsafe) {
        return Repairer.repair(MapProject.of(text), Settings.DEFAULT, unsafe, new HashMap<>());
    }

    private static String text(Repair repair) {
        return repair.changes().getFirst().after().text();
    }
}
