package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Calls;
import io.kanilint.standin.Discussion;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Note;
import io.kanilint.standin.StandInGitLab;
import io.kanilint.standin.Times;
import io.kanilint.standin.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people ask for in comments, and what they get. */
class CommandTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
    private final Talk talk = new Talk(gitlab, SharedService.service(), mergeRequest);

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        assertThat(gitlab.unknownCalls()).isEmpty();
        assertThat(mergeRequest.executedQuickActions()).isEmpty();
    }

    @Test
    void helpIsForEverybodyAndStaysInTheThread() {
        Note note = talk.comment(gitlab.user("stranger"), "@kanilint-bot help");
        assertThat(talk.answer(note)).contains("`@kanilint-bot recheck`", "ignore <rule> <reason>", "fix");
        assertThat(talk.emoji(note)).containsExactly("eyes", "white_check_mark");
        assertThat(mergeRequest.threads()).singleElement().matches(Discussion::resolved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@kanilint-bot recheck", "@kanilint-bot fix", "@kanilint-bot ignore multi-build-job Why not?"})
    void whoHasNoRoleIsTurnedDownWhateverTheHookSays(String command) {
        User reporter = gitlab.user("reporter");
        mergeRequest.project().member(reporter, 20);
        String head = mergeRequest.headSha();
        Note note = talk.comment(reporter, command);
        assertThat(talk.answer(note)).startsWith("Sorry, this takes the role Developer");
        assertThat(talk.emoji(note)).containsExactly("eyes", "x");
        assertThat(mergeRequest.headSha()).isEqualTo(head);
        assertThat(talk.service().outcomes(mergeRequest)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void recheckLooksAgainAndSaysWhatCameOfIt(Database database) {
        var there = new Talk(gitlab, SharedService.on(database), mergeRequest);
        Note note = there.comment(there.developer(), "@kanilint-bot recheck");
        assertThat(there.answer(note)).contains("Looked at " + mergeRequest.headSha(), "1 finding, 1 thread opened");
        assertThat(there.emoji(note)).containsExactly("eyes", "white_check_mark");
        assertThat(there.service().outcomes(mergeRequest)).containsExactly("reviewed");
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("failed");
    }

    @ParameterizedTest
    @EnumSource
    void anIgnoredRuleIsNoLongerCommentedOn(Database database) {
        var there = new Talk(gitlab, SharedService.on(database), mergeRequest);
        there.service().review(mergeRequest, "open");
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("failed");
        Note note = there.reply(there.developer(), "@kanilint-bot ignore multi-build-job The images are tiny.");
        assertThat(there.answer(note)).contains("`multi-build-job` is ignored", "1 thread resolved");
        Discussion thread = mergeRequest.threads().getFirst();
        assertThat(thread.resolved()).isTrue();
        assertThat(thread.notes())
                .extracting(Note::body)
                .anyMatch(body -> body.startsWith("The rule of this is ignored"));
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
        mergeRequest.push(Map.of(".gitlab-ci.yml", "# moved\n" + Seed.CI_FILE));
        there.service().review(mergeRequest, "update");
        assertThat(mergeRequest.threads().getFirst().resolved()).isTrue();
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
        assertThat(there.service()
                        .database()
                        .sql("SELECT reason FROM ignored_rule WHERE project_id = ?")
                        .param(mergeRequest.project().id())
                        .query(String.class)
                        .list())
                .containsExactly("The images are tiny.");
        assertThat(there.service()
                        .database()
                        .sql("SELECT rule, kind, length(fingerprint) FROM feedback WHERE project_id = ?")
                        .param(mergeRequest.project().id())
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row.values().stream().map(String::valueOf))
                        .containsExactlyInAnyOrder("multi-build-job", "ignore", "32"));
    }

    @Test
    void ignoringTakesAKnownRuleAndAReason() {
        User developer = talk.developer();
        assertThat(talk.answer(talk.comment(developer, "@kanilint-bot ignore multi-build-jobs Tiny.")))
                .startsWith("There is no rule `multi-build-jobs`; did you mean `multi-build-job`?");
        assertThat(talk.answer(talk.comment(developer, "@kanilint-bot ignore multi-build-job --")))
                .startsWith("Please say why");
        assertThat(talk.answer(talk.comment(developer, "@kanilint-bot ignore"))).startsWith("Which rule?");
        assertThat(talk.service().outcomes(mergeRequest)).isEmpty();
    }

    @Test
    void nothingThatPeopleWriteIsRepeated() {
        talk.service().review(mergeRequest, "open");
        User developer = talk.developer();
        Note note = talk.reply(
                developer,
                "@kanilint-bot ignore multi-build-job /merge, says @everyone `\n /approve " + "x".repeat(9_000));
        assertThat(talk.answer(note)).startsWith("`multi-build-job` is ignored").doesNotContain("everyone", "/merge");
        Note odd = talk.comment(developer, "@kanilint-bot ignore @all`/close because");
        assertThat(talk.answer(odd)).startsWith("There is no such rule.").doesNotContain("@all");
    }

    @Test
    void aMentionWithoutACommandGetsAWordOfHelp() {
        Note note = talk.comment(talk.developer(), "@kanilint-bot fix the typo in your text!");
        assertThat(talk.answer(note)).startsWith("That is none of the commands");
        assertThat(talk.emoji(note)).containsExactly("eyes", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write `@kanilint-bot fix` for that, @author",
                "> @kanilint-bot fix",
                "```\n@kanilint-bot fix\n```",
                "@kanilint-bot2 fix",
                "mail me@kanilint-bot fix",
                "<!-- @kanilint-bot fix -->"
            })
    void whatIsNotSaidToUsIsNotAnswered(String text) {
        int calls = gitlab.calls(Calls.writes()).size();
        Note note = talk.comment(talk.developer(), text);
        assertThat(talk.answers(note)).isEmpty();
        assertThat(gitlab.calls(Calls.writes())).hasSize(calls);
        assertThat(talk.state(note)).isEqualTo("ignored");
    }

    @Test
    void neitherItselfNorOtherBotsAreAnswered() {
        User other = gitlab.otherBot("project_7_bot");
        mergeRequest.project().member(other, 40);
        assertThat(talk.answers(talk.comment(other, "@kanilint-bot recheck"))).isEmpty();
        assertThat(talk.answers(talk.comment(gitlab.bot(), "@kanilint-bot recheck")))
                .isEmpty();
        assertThat(talk.service().outcomes(mergeRequest)).isEmpty();
    }

    @Test
    void oneCommentGetsOneAnswerHoweverOftenItIsToldOf() {
        Note note = talk.comment(talk.developer(), "@kanilint-bot help");
        talk.tell(note);
        talk.tell(note);
        assertThat(talk.answers(note)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aLostReplyLeadsToNoSecondAnswer(Database database) {
        var there = new Talk(gitlab, SharedService.on(database), mergeRequest);
        gitlab.loseTheReplyTo("POST", "/notes");
        gitlab.loseTheReplyTo("POST", "/award_emoji");
        Note note = there.comment(there.developer(), "@kanilint-bot help");
        assertThat(there.answers(note)).hasSize(1);
        assertThat(there.state(note)).isEqualTo("answered");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatGotNoFurtherLeavesItsThreadResolvedInTheEnd(Database database) {
        var there = new Talk(gitlab, SharedService.on(database), mergeRequest);
        gitlab.fail(Times.times(2), Calls.calls("PUT", "/discussions/")).with(503);
        Note note = there.comment(there.developer(), "@kanilint-bot help");
        assertThat(there.answers(note)).hasSize(1);
        assertThat(mergeRequest.threads()).singleElement().matches(Discussion::resolved);
    }

    /** Somebody asked on: the thread is his. */
    @Test
    void aThreadInWhichSomebodyWentOnIsLeftOpen() throws InterruptedException {
        Note note = mergeRequest.comment(talk.developer(), "@kanilint-bot help");
        var gate = gitlab.pauseAt("PUT", "/discussions/");
        gitlab.fail(Times.times(1), Calls.calls("PUT", "/discussions/")).with(503);
        gitlab.sendNoteHook(talk.service().hookUri(), RunningService.WEBHOOK_TOKEN, mergeRequest, note);
        gate.awaitCall(Duration.ofSeconds(10));
        mergeRequest.reply(mergeRequest.threads().getFirst(), talk.developer(), "And then?");
        gitlab.resume();
        talk.settle(note);
        assertThat(talk.answers(note)).hasSize(1);
        assertThat(mergeRequest.threads()).singleElement().matches(thread -> !thread.resolved());
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeDoneIsSaidOnce(Database database) {
        var there = new Talk(gitlab, SharedService.on(database), mergeRequest);
        gitlab.fail(Times.times(2), Calls.calls("GET", "/members/all/")).with(403);
        Note note = there.comment(there.developer(), "@kanilint-bot recheck");
        assertThat(there.answer(note)).startsWith("Sorry, this could not be done.");
        assertThat(there.emoji(note)).containsExactly("eyes", "x");
        assertThat(there.state(note)).isEqualTo("failed");
        there.tell(note);
        assertThat(there.answers(note)).as("it failed again").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFailedCommandThatIsSentAgainIsTriedAgainAndAnsweredOnce(Database database) {
        var there = new Talk(gitlab, SharedService.on(database), mergeRequest);
        gitlab.fail(Times.times(1), Calls.calls("GET", "/members/all/")).with(403);
        Note note = mergeRequest.comment(there.developer(), "@kanilint-bot recheck");
        String key = UUID.randomUUID().toString();
        there.tell(note, key);
        assertThat(there.answer(note)).startsWith("Sorry, this could not be done.");
        there.tell(note, key);
        there.tell(note, key);
        assertThat(there.answers(note)).hasSize(2).last().asString().startsWith("Looked at " + mergeRequest.headSha());
        assertThat(there.state(note)).isEqualTo("answered");
        assertThat(there.service()
                        .database()
                        .sql("SELECT verdict FROM delivery WHERE idempotency_key = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .isEqualTo("answered");
        assertThat(mergeRequest.threads().getFirst().resolved())
                .as("an open thread can keep it from being merged")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whereTheReviewIsRefusedTheAnswerDoesNotSayThatAllIsWell(Database database) {
        var there = new Talk(gitlab, SharedService.on(database), mergeRequest);
        for (String command : List.of("recheck", "ignore multi-build-job They are tiny.")) {
            gitlab.fail(Times.times(1), Calls.calls("GET", "/diffs")).with(403);
            Note note = there.comment(there.developer(), "@kanilint-bot " + command);
            assertThat(there.answer(note)).contains("could not be looked at", "administrator", "ask again");
            assertThat(there.emoji(note)).containsExactly("eyes", "x");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTheReviewIsGivenUpTheAnswerSaysWhatToDo(Database database) {
        MergeRequest unprepared = SharedService.change(SharedService.project())
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .preparedAfter(1_000_000)
                .open();
        var there = new Talk(gitlab, SharedService.on(database), unprepared);
        Note note = unprepared.comment(there.developer(), "@kanilint-bot recheck");
        gitlab.sendNoteHook(there.service().hookUri(), RunningService.WEBHOOK_TOKEN, unprepared, note);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    there.service().hurry(unprepared);
                    return there.state(note).equals("answered");
                });
        assertThat(there.answer(note)).contains("did not get its changes ready", "Push to it");
        assertThat(there.emoji(note)).containsExactly("eyes", "x");
    }

    @Test
    void twoBotsThatAnswerEachOtherAreStopped() {
        User loud = gitlab.user("loud");
        for (int i = 0; i < 30; i++) {
            talk.comment(loud, "@nobody, number " + i);
        }
        assertThat(talk.state(talk.comment(loud, "@kanilint-bot help"))).isEmpty();
        Note other = talk.comment(gitlab.user("quiet"), "@kanilint-bot help");
        assertThat(talk.answers(other)).hasSize(1);
    }
}
