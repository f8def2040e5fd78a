package io.kanilint.command;

import io.kanilint.gitlab.DiscussionThread;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.gitlab.Note;
import io.kanilint.gitlab.People;
import io.kanilint.review.FixProposals;
import io.kanilint.review.IgnoredRules;
import io.kanilint.review.Marker;
import io.kanilint.review.Opinions;
import io.kanilint.review.ReviewProperties;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a command: looks who asks, does it and answers in its thread. May be called again at any point; who has an answer
 * already gets no other.
 */
@Component
public class Clerk {
    private static final String SEEN = "eyes";
    private static final String DONE = "white_check_mark";
    private static final String NOT_DONE = "x";

    private final GitLab gitlab;
    private final ReviewProperties properties;
    private final FixProposals proposals;
    private final IgnoredRules ignored;
    private final Opinions opinions;
    private final Clock clock;

    Clerk(
            GitLab gitlab,
            ReviewProperties properties,
            FixProposals proposals,
            IgnoredRules ignored,
            Opinions opinions,
            Clock clock) {
        this.gitlab = gitlab;
        this.properties = properties;
        this.proposals = proposals;
        this.ignored = ignored;
        this.opinions = opinions;
        this.clock = clock;
    }

    /** A command and where it stands. */
    private record Asked(CommandNote note, Command command, Note comment, DiscussionThread thread, String bot) {}

    /**
     * Goes as far as can be gone now.
     *
     * @param review what came of the review that the command needed; null as long as there was none
     */
    public Progress take(CommandNote note, @Nullable ReviewResult review) {
        GitLab.Bot bot = gitlab.bot();
        Optional<Command> read = CommandReader.read(note.text(), bot.name());
        if (read.isEmpty()) {
            return new Progress.NotForUs("It does not name Kanilint's user.");
        }
        Command command = read.get();
        if (properties.shadow()) {
            return new Progress.Recorded(command.name());
        }
        List<DiscussionThread> threads = gitlab.threads(note.projectId(), note.iid());
        Optional<DiscussionThread> thread = threads.stream()
                .filter(one -> one.notes().stream().anyMatch(other -> other.id() == note.noteId()))
                .findFirst();
        if (thread.isEmpty()) {
            return new Progress.NotForUs("The comment is gone.");
        }
        Note comment = thread.get().notes().stream()
                .filter(other -> other.id() == note.noteId())
                .findFirst()
                .orElseThrow();
        var asked = new Asked(note, command, comment, thread.get(), bot.name());
        if (comment.system() || comment.authorId() == bot.id()) {
            return new Progress.NotForUs("Kanilint does not answer itself.");
        }
        if (isAnswered(asked, bot.id())) {
            if (ThreadOfOurs.isLeftOpen(asked.thread(), note.noteId(), bot.id())) {
                settle(asked);
            }
            return new Progress.Answered(command.name(), "It was answered before.");
        }
        if (gitlab.people().isBot(comment.authorId())) {
            return new Progress.NotForUs("Comments of other bots are not answered.");
        }
        award(note, SEEN);
        return mayAsk(asked) ? carryOut(asked, threads, review) : answer(asked, Replies.noAccess());
    }

    /** Says that it could not be done, if GitLab lets us. */
    public void giveUp(CommandNote note) {
        GitLab.Bot bot = gitlab.bot();
        if (properties.shadow() || CommandReader.read(note.text(), bot.name()).isEmpty()) {
            return;
        }
        gitlab.threads(note.projectId(), note.iid()).stream()
                .filter(one -> one.notes().stream()
                        .anyMatch(other -> other.id() == note.noteId() && other.authorId() != bot.id()))
                .filter(one -> one.notes().stream().noneMatch(other -> isAnswer(other, note.noteId(), bot.id())))
                .findFirst()
                .ifPresent(thread -> {
                    award(note, NOT_DONE);
                    say(note, thread, Apology.reply());
                });
    }

    private static boolean isAnswered(Asked asked, long botId) {
        return asked.thread().notes().stream()
                .anyMatch(note -> isAnswer(note, asked.note().noteId(), botId)
                        && !Apology.is(note.body(), asked.note().noteId()));
    }

    private static boolean isAnswer(Note note, long noteId, long botId) {
        return note.authorId() == botId && Marker.isAnswer(note.body(), noteId);
    }

    private boolean mayAsk(Asked asked) {
        return switch (asked.command()) {
            case Command.Help _, Command.Unknown _ -> true;
            case Command.Recheck _, Command.Ignore _, Command.Fix _ ->
                gitlab.people()
                                .accessLevel(
                                        asked.note().projectId(),
                                        asked.comment().authorId())
                        >= People.DEVELOPER;
        };
    }

    private Progress carryOut(Asked asked, List<DiscussionThread> threads, @Nullable ReviewResult review) {
        return switch (asked.command()) {
            case Command.Help _ -> answer(asked, Reply.done(Replies.help(asked.bot())));
            case Command.Unknown _ -> answer(asked, Replies.unknown(asked.bot()));
            case Command.Recheck _ ->
                review == null ? review(asked) : answer(asked, new Reply(review.done(), review.text()));
            case Command.Ignore ignore -> ignore(asked, ignore, review);
            case Command.Fix _ -> fix(asked, threads);
        };
    }

    private Progress ignore(Asked asked, Command.Ignore ignore, @Nullable ReviewResult review) {
        if (!Replies.isRule(ignore.rule())) {
            return answer(asked, Replies.unknownRule(ignore.rule(), asked.bot()));
        }
        if (ignore.reason().isEmpty()) {
            return answer(asked, Replies.noReason(ignore.rule(), asked.bot()));
        }
        if (review != null) {
            return answer(asked, Replies.ignored(ignore.rule(), review));
        }
        CommandNote note = asked.note();
        long author = asked.comment().authorId();
        ignored.add(
                note.projectId(), note.iid(), ignore.rule(), ignore.reason(), author, note.noteId(), clock.instant());
        var judged = new Opinions.Judged(
                note.projectId(),
                note.iid(),
                note.noteId(),
                asked.thread().id(),
                asked.thread().notes().getFirst().body());
        opinions.ignored(judged, author, ignore.rule(), clock.instant());
        return review(asked);
    }

    private Progress fix(Asked asked, List<DiscussionThread> threads) {
        Optional<String> path = ciPath(asked);
        return answer(
                asked,
                path.isEmpty()
                        ? elsewhere()
                        : new FixCommit(gitlab, asked.note()).run(proposals, path.get(), threads, asked.thread()));
    }

    private Progress review(Asked asked) {
        return ciPath(asked)
                .<Progress>map(path -> new Progress.NeedsReview(asked.command().name(), path))
                .orElseGet(() -> answer(asked, elsewhere()));
    }

    private Optional<String> ciPath(Asked asked) {
        return CiPath.of(gitlab.project(asked.note().projectId()).ciConfigPath());
    }

    private static Reply elsewhere() {
        return Reply.refused(
                "This project's CI file lies outside of the project, so there is nothing to look at here.");
    }

    private Progress answer(Asked asked, Reply reply) {
        // The answer comes last, since its being there ends it all but what it says itself.
        award(asked.note(), reply.done() ? DONE : NOT_DONE);
        boolean resolves =
                reply.done() && ThreadOfOurs.is(asked.thread(), asked.note().noteId());
        say(asked.note(), asked.thread(), resolves ? ThreadOfOurs.resolving(reply) : reply);
        if (resolves) {
            settle(asked);
        }
        return new Progress.Answered(asked.command().name(), reply.text());
    }

    private void settle(Asked asked) {
        try {
            gitlab.resolve(
                    asked.note().projectId(), asked.note().iid(), asked.thread().id(), true);
        } catch (GitLabRefused _) {
            // Then a person does it.
        }
    }

    private void say(CommandNote note, DiscussionThread thread, Reply reply) {
        gitlab.reply(note.projectId(), note.iid(), thread.id(), Marker.answer(reply.text(), note.noteId()));
    }

    /** A receipt is a courtesy; one that is there already is refused. */
    private void award(CommandNote note, String emoji) {
        try {
            gitlab.award(note.projectId(), note.iid(), note.noteId(), emoji);
        } catch (GitLabRefused _) {
            // The answer says it too.
        }
    }
}
