package io.kanilint.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.lint.Settings;
import io.kanilint.review.ThreadAction.Open;
import io.kanilint.review.ThreadAction.Reason;
import io.kanilint.review.ThreadAction.Reopen;
import io.kanilint.review.ThreadAction.Resolve;
import io.kanilint.review.ThreadAction.Rewrite;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Findings and threads in, actions out. */
class ReconcilerTest {
    private static final Finding FINDING = finding("build");
    private static final Finding OTHER = finding("test");

    @Test
    void aThreadWhoseRuleIsIgnoredIsResolvedAndSaysSo() {
        var thread = thread("1", FINDING, "text", false, false);
        var found = new Found(List.of(FINDING), List.of(), Set.of(), Set.of(FINDING.fingerprint()));
        assertThat(Reconciler.plan(found, List.of(thread), Settings.DEFAULT.comments(), (_, _) -> "text")
                        .actions())
                .containsExactly(new Resolve(thread, Reason.IGNORED));
    }

    @Test
    void aNewFindingOpensAThread() {
        assertThat(plan(List.of(FINDING))).containsExactly(new Open(FINDING));
    }

    @Test
    void theSameFindingTwiceOpensOneThread() {
        assertThat(plan(List.of(FINDING, FINDING))).hasSize(1);
    }

    @Test
    void aFindingWithItsThreadIsLeftAlone() {
        assertThat(plan(List.of(FINDING), thread("1", FINDING, "text", false, false)))
                .isEmpty();
    }

    @Test
    void gitLabMayStripATextsEnds() {
        assertThat(plan(List.of(FINDING), thread("1", FINDING, " text\n", false, false)))
                .isEmpty();
    }

    @Test
    void anotherTextIsWrittenOverTheOldOne() {
        var thread = thread("1", FINDING, "old text", false, false);
        assertThat(plan(List.of(FINDING), thread)).containsExactly(new Rewrite(thread, FINDING));
    }

    @Test
    void aThreadWithoutItsFindingIsResolved() {
        var thread = thread("1", FINDING, "text", false, false);
        assertThat(plan(List.of(OTHER), thread)).containsExactly(new Resolve(thread, Reason.GONE), new Open(OTHER));
    }

    @Test
    void aResolvedThreadWithoutItsFindingIsLeftAlone() {
        assertThat(plan(List.of(), thread("1", FINDING, "text", true, true), thread("2", OTHER, "text", true, false)))
                .isEmpty();
    }

    @Test
    void aThreadThatAPersonResolvedIsLeftAloneThoughItsTextIsOld() {
        assertThat(plan(List.of(FINDING), thread("1", FINDING, "old text", true, false)))
                .isEmpty();
    }

    @Test
    void aThreadThatTheBotResolvedIsOpenedAgainAndBroughtUpToDate() {
        var thread = thread("1", FINDING, "old text", true, true);
        assertThat(plan(List.of(FINDING), thread)).containsExactly(new Reopen(thread), new Rewrite(thread, FINDING));
    }

    @Test
    void aReopeningThatWasCutShortBeforeItsWordIsFinished() {
        var thread = thread("1", FINDING, "text", false, true);
        assertThat(plan(List.of(FINDING), thread)).containsExactly(new Reopen(thread));
        assertThat(plan(List.of(), thread)).containsExactly(new Resolve(thread, Reason.GONE));
    }

    @Test
    void ofTwoThreadsForOneFindingTheFirstStays() {
        var first = thread("1", FINDING, "text", false, false);
        var second = thread("2", FINDING, "text", false, false);
        assertThat(plan(List.of(FINDING), first, second)).containsExactly(new Resolve(second, Reason.DOUBLE));
    }

    private static List<ThreadAction> plan(List<Finding> findings, BotThread... threads) {
        return Reconciler.plan(
                        new Found(findings, findings, Set.of(), Set.of()),
                        List.of(threads),
                        Settings.DEFAULT.comments(),
                        (_, _) -> "text")
                .actions();
    }

    private static BotThread thread(String id, Finding finding, String body, boolean resolved, boolean byUs) {
        return new BotThread(
                id, 7, body, finding.fingerprint(), ".gitlab-ci.yml", OptionalInt.of(1), resolved, byUs, false);
    }

    private static Finding finding(String job) {
        var source = new Source(".gitlab-ci.yml", job + ":\n");
        return new Finding(
                "multi-build-job", Severity.ERROR, job, new Span(source, 0, 1), "Message.", List.of(), List.of());
    }
}
