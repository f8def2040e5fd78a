package io.kanilint.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The discussions of one merge request. */
final class Threads {

    final List<String> executed = new ArrayList<>();
    final List<String> mentions = new ArrayList<>();
    final Map<Long, List<Award>> awards = new LinkedHashMap<>();
    private final MergeRequest mr;
    private final Map<String, Discussion> discussions = new LinkedHashMap<>();

    /** An emoji on a note. */
    record Award(long id, String name, User user) {}

    Threads(MergeRequest mr) {
        this.mr = mr;
    }

    List<Discussion> all() {
        return List.copyOf(discussions.values());
    }

    Discussion get(String id) {
        var found = discussions.get(id);
        if (found == null) {
            throw Refusal.notFound("Discussion");
        }
        return found;
    }

    Discussion holding(long noteId) {
        return discussions.values().stream()
                .filter(discussion -> discussion.notes().stream().anyMatch(note -> note.id() == noteId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Note"));
    }

    Note note(long noteId) {
        return holding(noteId).notes().stream()
                .filter(note -> note.id() == noteId)
                .findFirst()
                .orElseThrow();
    }

    Note comment(User user, String body) {
        return put(true, draft(null, user, body, null)).first();
    }

    /** A new thread: on a line or file when there is a position, else on the merge request. */
    Discussion open(User user, String body, @Nullable Position position) {
        var placement = position == null ? null : place(position);
        return put(false, draft(position == null ? "DiscussionNote" : "DiffNote", user, body, placement));
    }

    /** A reply takes type and place from the thread, and leaves a resolved thread resolved. */
    Note reply(Discussion discussion, User user, String body) {
        var thread = discussion.asThread();
        var first = thread.first();
        var note = draft(first.type(), user, body, first.placement())
                .withResolution(thread.resolved() ? first.resolution() : null);
        discussions.put(thread.id(), thread.plus(note));
        return note;
    }

    Note edit(long noteId, String body) {
        var text = checked(body);
        var note = note(noteId);
        change(note.id(), old -> old.withBody(text, suggestions(text, old.placement()), mr.project.world.now()));
        return note(noteId);
    }

    void change(long noteId, UnaryOperator<Note> how) {
        var discussion = holding(noteId);
        discussions.put(discussion.id(), discussion.with(note -> note.id() == noteId ? how.apply(note) : note));
    }

    void delete(long noteId) {
        var discussion = holding(noteId);
        var rest = discussion.without(noteId);
        if (rest.notes().isEmpty()) {
            discussions.remove(discussion.id());
        } else {
            discussions.put(discussion.id(), rest);
        }
    }

    Discussion resolve(Discussion discussion, User user, boolean resolved) {
        boolean open = discussions.values().stream().anyMatch(other -> other.resolvable() && !other.resolved());
        var how = resolved ? new Note.Resolution(user, mr.project.world.now()) : null;
        discussions.put(
                discussion.id(),
                discussion.with(
                        note -> note.resolvable() && note.resolved() != resolved ? note.withResolution(how) : note));
        boolean allDone = discussions.values().stream().allMatch(other -> !other.resolvable() || other.resolved());
        if (open && allDone) {
            system(user, "resolved all threads");
        }
        return get(discussion.id());
    }

    void system(User user, String text) {
        put(true, note(null, user, text, true, null, List.of()));
    }

    /** Takes all placed notes along to a new version, as GitLab does after a push. */
    void follow(DiffVersion version, User pusher) {
        system(
                pusher,
                "added 1 commit\n\n<ul><li>%s - %s</li></ul>\n\n[Compare with previous version](%s/diffs)"
                        .formatted(
                                version.head().sha().substring(0, 8),
                                version.head().title(),
                                mr.webUrl()));
        discussions.replaceAll((_, discussion) -> {
            var moved = discussion.with(note -> note.withPlacement(this::follow));
            return moved.outdated() && !discussion.outdated()
                    ? moved.plus(note(
                            "DiffNote",
                            pusher,
                            "changed this line in [version %d of the diff](%s/diffs)"
                                    .formatted(mr.versions.all.size(), mr.webUrl()),
                            true,
                            moved.first().placement(),
                            List.of()))
                    : moved;
        });
    }

    private Note.Placement place(Position position) {
        return follow(new Note.Placement(position, position, false));
    }

    private Note.Placement follow(Note.Placement old) {
        var now = mr.version();
        if (old.outdated() || now.matches(old.position())) {
            return old;
        }
        return mr.versions
                .of(old.position())
                .flatMap(then -> new PositionTracer(then, now).trace(old.position()))
                .map(position -> new Note.Placement(old.original(), position, false))
                .orElseGet(() -> new Note.Placement(old.original(), old.position(), true));
    }

    private Discussion put(boolean individual, Note note) {
        var discussion = new Discussion(Commit.sha1("discussion " + note.id()), individual, List.of(note));
        discussions.put(discussion.id(), discussion);
        return discussion;
    }

    private Note draft(@Nullable String type, User user, String body, Note.@Nullable Placement placement) {
        String text = checked(body);
        return note(type, user, text, false, placement, suggestions(text, placement));
    }

    private Note note(
            @Nullable String type,
            User user,
            String text,
            boolean system,
            Note.@Nullable Placement placement,
            List<Suggestion> suggestions) {
        var world = mr.project.world;
        var now = world.now();
        return new Note(world.nextId(), type, user, text, system, now, now, placement, null, suggestions);
    }

    private String checked(String body) {
        String text = NoteBody.check(body);
        var actions = QuickActions.in(text);
        executed.addAll(actions.executed());
        mentions.addAll(Mentions.in(actions.text()));
        return actions.text();
    }

    private List<Suggestion> suggestions(String body, Note.@Nullable Placement placement) {
        if (placement == null
                || !placement.position().onText()
                || placement.position().newLine() == null) {
            return List.of();
        }
        String text = mr.project
                .repository
                .get(placement.position().headSha())
                .files()
                .getOrDefault(placement.position().path(), "");
        return SuggestionParser.parse(body, text, placement.position().newLine(), mr.project.world::nextId);
    }
}
