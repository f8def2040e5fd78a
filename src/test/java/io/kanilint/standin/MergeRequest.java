package io.kanilint.standin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A merge request, with what people do to it and what became of it. */
public final class MergeRequest {

    /** Where the changes come from and where they go. */
    record Branches(Project source, String sourceBranch, String targetBranch) {}

    final Project project;
    final Threads threads;
    final DiffVersions versions;
    final Drafts drafts;
    final Instant createdAt;
    private final long id;
    private final int iid;
    private final User author;
    private Branches branches;
    private String title;
    private final String description;
    private String state = "opened";
    Instant updatedAt;
    int unpreparedReads;

    @Nullable
    Pipeline headPipeline;

    /** What the next {@code update} hook tells about. */
    @Nullable
    String oldrev;

    Map<String, @Nullable Object> changes = new LinkedHashMap<>();

    MergeRequest(Project project, Branches branches, User author, String title, String description) {
        this.project = project;
        this.branches = branches;
        this.author = author;
        this.title = title;
        this.description = description;
        this.id = project.world.nextId();
        this.iid = project.mergeRequests.size() + 1;
        this.threads = new Threads(this);
        this.drafts = new Drafts(project.world);
        this.versions = new DiffVersions(project, iid);
        this.createdAt = project.world.now();
        this.updatedAt = createdAt;
        versions.add(branches);
    }

    public long id() {
        return id;
    }

    public int iid() {
        return iid;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public String state() {
        return state;
    }

    public Project project() {
        return project;
    }

    public User author() {
        return author;
    }

    public boolean draft() {
        return title.startsWith("Draft: ");
    }

    public String sourceBranch() {
        return branches.sourceBranch();
    }

    public String targetBranch() {
        return branches.targetBranch();
    }

    public String webUrl() {
        return project.webUrl() + "/-/merge_requests/" + iid;
    }

    public String headSha() {
        return project.world.locked(() -> version().head().sha());
    }

    /** All threads and notes as GitLab lists them, system notes included. */
    public List<Discussion> discussions() {
        return project.world.locked(threads::all);
    }

    public List<Discussion> threads() {
        return discussions().stream().filter(Discussion::resolvable).toList();
    }

    /** What people and bots wrote, without system notes. */
    public List<Note> notes() {
        return discussions().stream()
                .flatMap(discussion -> discussion.notes().stream())
                .filter(note -> !note.system())
                .toList();
    }

    /** The statuses of the head commit, oldest first. */
    public List<CommitStatus> statuses() {
        return source().statuses(headSha());
    }

    /** Slash commands that GitLab executed out of notes, with their author's rights. */
    public List<String> executedQuickActions() {
        return project.world.locked(() -> List.copyOf(threads.executed));
    }

    /** Names that notes mentioned outside of code. */
    public List<String> mentions() {
        return project.world.locked(() -> List.copyOf(threads.mentions));
    }

    /** Someone pushes to the source branch; gives the new head. */
    public String push(Map<String, String> files, String message) {
        return project.world.locked(() -> source().commit(sourceBranch(), FileChange.writing(files), message, author)
                .sha());
    }

    public String push(Map<String, String> files) {
        return push(files, "Change " + String.join(", ", files.keySet()));
    }

    /** Someone replaces all commits by one on the newest target branch. */
    public String forcePush(Map<String, String> files, String message) {
        return project.world.locked(() -> {
            var repository = source().repository;
            repository.fetch(project.repository, targetBranch());
            String target = project.head(targetBranch());
            var commit = repository.make(target, FileChange.writing(files), message, author, project.world.now());
            source().moveBranch(sourceBranch(), commit.sha(), author);
            return commit.sha();
        });
    }

    /** Someone comments, outside of the diff; the note is individual, as the comment box makes it. */
    public Note comment(User user, String text) {
        return project.world.locked(() -> threads.comment(user, text));
    }

    public Note reply(Discussion thread, User user, String text) {
        return project.world.locked(() -> threads.reply(threads.get(thread.id()), user, text));
    }

    public void resolve(Discussion thread, User user) {
        project.world.locked(() -> threads.resolve(threads.get(thread.id()), user, true));
    }

    public void reopen(Discussion thread, User user) {
        project.world.locked(() -> threads.resolve(threads.get(thread.id()), user, false));
    }

    /** The author presses "Apply suggestion" on a note's first suggestion; gives the hook that GitLab sends for it. */
    public String applySuggestion(long noteId) {
        return project.world.locked(() -> {
            var suggestions = threads.note(noteId).suggestions();
            if (suggestions.isEmpty()) {
                throw new IllegalArgumentException("note " + noteId + " carries no suggestion");
            }
            new SuggestionApplication(this, noteId, suggestions.getFirst()).apply();
            return hookBody("update");
        });
    }

    /** Something happens to it, at a second of its own: hooks tell time by the second. */
    void touch() {
        project.world.locked(() -> {
            var next = updatedAt.plusSeconds(1);
            var now = project.world.now();
            updatedAt = now.isAfter(next) ? now : next;
        });
    }

    /** The body of GitLab's hook for {@code open, close, reopen, merge, update, approved …}; of the last change. */
    public String hookBody(String action) {
        return project.world.locked(() -> Json.write(HookJson.mergeRequest(this, action)));
    }

    /** The body of GitLab's hook for a comment on this merge request. */
    public String noteHookBody(Note note) {
        return project.world.locked(() -> Json.write(HookJson.note(this, note)));
    }

    public void close() {
        changeState("closed");
    }

    public void reopen() {
        changeState("opened");
        project.world.locked(() -> pushed(author));
    }

    public void merge() {
        project.world.locked(() -> {
            var repository = project.repository;
            var commit = repository.merge(targetBranch(), headSha(), "Merge " + title, author, project.world.now());
            project.moveBranch(targetBranch(), commit.sha(), author);
            changeState("merged");
        });
    }

    public void retitle(String newTitle) {
        project.world.locked(() -> {
            changed("title", title, newTitle);
            if (draft() != newTitle.startsWith("Draft: ")) {
                changes.put("draft", Json.object("previous", draft(), "current", !draft()));
            }
            title = newTitle;
        });
    }

    /** Changes the target branch: the diff is another one, though no commit was pushed. */
    public void retarget(String branch) {
        project.world.locked(() -> {
            changed("target_branch", targetBranch(), branch);
            branches = new Branches(branches.source(), branches.sourceBranch(), branch);
            versions.add(branches);
        });
    }

    public void label(String name) {
        project.world.locked(() -> changed("labels", List.of(), List.of(Json.object("title", name))));
    }

    public Drafts drafts() {
        return drafts;
    }

    /** A pipeline runs, on the head, or on what a merge would give; gives its commit. */
    public String runPipeline(boolean mergedResults) {
        headPipeline = project.world.locked(() -> Pipeline.run(this, mergedResults));
        return headPipeline.sha();
    }

    /** The source branch is deleted; the merge request stays open and keeps its diff. */
    public void deleteSourceBranch() {
        project.world.locked(() -> source().repository.delete(sourceBranch()));
    }

    Project source() {
        return branches.source();
    }

    boolean opened() {
        return state.equals("opened");
    }

    DiffVersion version() {
        return versions.last();
    }

    boolean prepared() {
        return unpreparedReads <= 0;
    }

    void pushed(User pusher) {
        String before = version().head().sha();
        if (source().head(sourceBranch()).equals(before)) {
            return;
        }
        versions.add(branches);
        changed("updated_at", Json.time(updatedAt), Json.time(project.world.now()));
        oldrev = before;
        threads.follow(version(), pusher);
    }

    private void changeState(String newState) {
        project.world.locked(() -> {
            changed("state_id", HookJson.stateId(state), HookJson.stateId(newState));
            state = newState;
        });
    }

    private void changed(String what, @Nullable Object previous, @Nullable Object current) {
        oldrev = null;
        changes = Json.object(what, Json.object("previous", previous, "current", current));
        updatedAt = project.world.now();
    }
}
