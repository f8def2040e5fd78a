package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.review.Dismissals;
import io.kanilint.review.Dismissals.Dismissal;
import io.kanilint.review.Dismissals.Kind;
import io.kanilint.review.Opinions;
import io.kanilint.standin.CommitStatus;
import io.kanilint.standin.Discussion;
import io.kanilint.standin.MergeRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Findings that an administrator puts aside for a project. */
class DismissalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
    private final long project = mergeRequest.project().id();

    @ParameterizedTest
    @EnumSource
    void oneThatIsPutAsideNeitherCountsNorIsSpokenOf(Database database) {
        var service = SharedService.on(database);
        var dismissals = service.bean(Dismissals.class);
        service.review(mergeRequest, "open");
        String fingerprint = fingerprint(service);
        assertThat(dismissals.add(project, fingerprint, Kind.IGNORED, "It is on purpose.", "admin", NOW))
                .isTrue();
        assertThat(dismissals.of(project))
                .containsExactly(new Dismissal(
                        project, fingerprint, "multi-build-job", Kind.IGNORED, "It is on purpose.", "admin", NOW));
        assertThat(states(service)).containsExactly("ignored");
        assertThat(counted(service)).containsExactly("ignored");
        assertThat(thread().resolved()).as("that is the next review's").isFalse();

        service.review(mergeRequest, "open");
        assertThat(thread().resolved()).isTrue();
        assertThat(thread().notes().getLast().body()).startsWith("An administrator of Kanilint put this aside");
        assertThat(statuses()).last().isEqualTo("success");
        assertThat(states(service)).containsExactly("ignored");

        var other = mergeRequest
                .project()
                .mergeRequest("Another")
                .from("another")
                .changing(".gitlab-ci.yml", Seed.CI_FILE + "# The same\n")
                .open();
        service.review(other, "open");
        assertThat(other.threads()).isEmpty();
        assertThat(states(service)).containsExactly("ignored", "ignored");

        assertThat(dismissals.takeBack(project, fingerprint)).isTrue();
        assertThat(states(service)).containsExactly("open", "open");
        assertThat(counted(service)).containsExactly("open");
        assertThat(dismissals.takeBack(project, fingerprint)).isFalse();
        service.review(mergeRequest, "open");
        assertThat(thread().resolved()).isFalse();
        assertThat(statuses()).last().isEqualTo("failed");
    }

    @ParameterizedTest
    @EnumSource
    void takingBackKeepsWhatAPersonResolvedAndWhatIsClosed(Database database) {
        var service = SharedService.on(database);
        var dismissals = service.bean(Dismissals.class);
        var gitlab = SharedService.gitlab();
        service.review(mergeRequest, "open");
        mergeRequest.resolve(thread(), gitlab.user("maintainer"));
        service.review(mergeRequest, "open");
        var closed = mergeRequest
                .project()
                .mergeRequest("Another")
                .from("another")
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .open();
        service.review(closed, "open");
        String fingerprint = fingerprint(service);
        dismissals.add(project, fingerprint, Kind.IGNORED, "Never mind.", "admin", NOW);
        closed.close();
        service.review(closed, "close");
        assertThat(states(service)).containsExactly("ignored", "ignored");
        dismissals.takeBack(project, fingerprint);
        assertThat(states(service)).containsExactly("ignored", "closed");
    }

    @ParameterizedTest
    @EnumSource
    void aFalseAlarmIsHeldAgainstItsRule(Database database) {
        var service = SharedService.on(database);
        var dismissals = service.bean(Dismissals.class);
        service.review(mergeRequest, "open");
        Opinions.OfRule before = opinion(service);
        assertThat(before.shown()).isPositive();
        dismissals.add(project, fingerprint(service), Kind.FALSE_ALARM, "It runs once.", "admin", NOW);
        dismissals.add(project, fingerprint(service), Kind.FALSE_ALARM, "It runs only once.", "admin", NOW);
        assertThat(opinion(service).falseAlarms()).isEqualTo(before.falseAlarms() + 1);
        assertThat(opinion(service).wrong()).isEqualTo(before.wrong() + 1);
        assertThat(opinion(service).shown()).isEqualTo(before.shown());
        var thumb = new io.kanilint.standin.Emoji(SharedService.gitlab().user("reader"), "thumbsdown", true);
        SharedService.gitlab()
                .sendEmojiHook(service.hookUri(), RunningService.WEBHOOK_TOKEN, mergeRequest, thread().first(), thumb);
        Opinions.OfRule after = opinion(service);
        assertThat(after.thumbsDown()).isEqualTo(before.thumbsDown() + 1);
        assertThat(after.wrong()).as("one finding, judged twice").isEqualTo(before.wrong() + 1);
        assertThat(after.precision()).hasValue(1 - (double) after.wrong() / after.shown());
        dismissals.takeBack(project, fingerprint(service));
        assertThat(opinion(service).falseAlarms()).isEqualTo(before.falseAlarms());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereCannotBePutAside(Database database) {
        var dismissals = SharedService.on(database).bean(Dismissals.class);
        assertThat(dismissals.add(project, "0".repeat(32), Kind.IGNORED, "Why?", "admin", NOW))
                .isFalse();
        assertThat(dismissals.of(project)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theFixCommandLeavesItAlone(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        service.bean(Dismissals.class)
                .add(project, fingerprint(service), Kind.IGNORED, "It is on purpose.", "admin", NOW);
        var talk = new Talk(SharedService.gitlab(), service, mergeRequest);
        var note = talk.comment(talk.developer(), "@kanilint-bot fix");
        assertThat(talk.answer(note)).contains("There is nothing left to fix.");
    }

    private static Opinions.OfRule opinion(RunningService service) {
        return service.bean(Opinions.class).byRule().stream()
                .filter(rule -> rule.rule().equals("multi-build-job"))
                .findFirst()
                .orElseThrow();
    }

    private Discussion thread() {
        return mergeRequest.threads().getFirst();
    }

    private List<String> statuses() {
        return mergeRequest.statuses().stream().map(CommitStatus::state).toList();
    }

    private String fingerprint(RunningService service) {
        return rows(service, "SELECT DISTINCT fingerprint AS text FROM finding WHERE project_id = ?")
                .getFirst();
    }

    private List<String> states(RunningService service) {
        return rows(service, "SELECT state AS text FROM finding WHERE project_id = ? ORDER BY id");
    }

    private List<String> counted(RunningService service) {
        return rows(service, "SELECT state AS text FROM finding_count WHERE project_id = ? AND amount = 1");
    }

    private List<String> rows(RunningService service, String sql) {
        return service.database().sql(sql).param(project).query().listOfRows().stream()
                .map(Map::values)
                .map(values -> values.iterator().next().toString())
                .toList();
    }
}
