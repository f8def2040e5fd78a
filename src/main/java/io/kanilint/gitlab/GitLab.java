package io.kanilint.gitlab;

import static io.kanilint.gitlab.Caller.call;
import static io.kanilint.gitlab.Caller.encode;
import static io.kanilint.gitlab.Caller.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanilint.trace.Traces;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.models.Diff;
import org.gitlab4j.api.models.Discussion;
import org.jspecify.annotations.Nullable;

/**
 * GitLab, as one user sees it: that of the token. Every call throws {@link GitLabException}, waits for a bounded time
 * and may be made from many threads. Nothing is tried again in here.
 */
public final class GitLab {
    private static final int LARGEST_FILE = 10 << 20;

    private final GitLabHttp http;
    private final GitLabApi api;
    private final AtomicReference<@Nullable Bot> bot;
    private final Caller caller;

    GitLab(GitLabHttp http) {
        // gitlab4j gets no token: GitLabHttp adds it, so that no log or exception of the library can show it.
        this(
                http,
                new GitLabApi(http.base().toString(), "", GitLab4jConnector.through(http)),
                new AtomicReference<>(),
                () -> {});
    }

    private GitLab(GitLabHttp http, GitLabApi api, AtomicReference<@Nullable Bot> bot, Runnable onCall) {
        this.http = http;
        this.api = api;
        this.bot = bot;
        this.caller = new Caller(http, onCall);
    }

    /**
     * The GitLab of these settings; nothing is asked yet.
     *
     * @throws UnusableSettingException if URL, token or token file are unusable
     */
    public static GitLab at(GitLabProperties properties) {
        return new GitLab(GitLabHttp.of(properties, Traces.NONE, _ -> {}));
    }

    /** The same GitLab, which adds one to {@code calls} for each request it makes, so for each page of a list too. */
    public GitLab counting(AtomicInteger calls) {
        return new GitLab(http, api, bot, calls::incrementAndGet);
    }

    /** Where it is, without a slash at the end. */
    public URI url() {
        return http.base();
    }

    /** How many requests it lets us send, if it said so. */
    public Optional<Quota> quota() {
        return http.quota();
    }

    /** Whether there is a token. Without one every call is refused with 401, and GitLab not asked. */
    public boolean configured() {
        return http.hasToken();
    }

    /** The token's user. */
    public record Bot(long id, String name) {}

    /** The token's user, to know our own comments by; asked until it was answered once. */
    public Bot bot() {
        Bot known = bot.get();
        if (known == null) {
            known = caller.once("find out whose token this is", () -> {
                var user = Records.there(api.getUserApi().getCurrentUser(), "a user");
                String name = user.getUsername();
                return new Bot(Records.there(user.getId(), "the user's id"), name == null ? "kanilint" : name);
            });
            bot.set(known);
        }
        return known;
    }

    /** The id of the token's user. */
    public long botId() {
        return bot().id();
    }

    public Project project(long id) {
        return caller.once(
                "read project " + id, () -> Records.project(api.getProjectApi().getProject(id)));
    }

    public MergeRequest mergeRequest(long projectId, long iid) {
        return caller.once(
                "read" + Caller.mergeRequest(projectId, iid),
                () -> http.get(path(projectId, iid), LARGEST_FILE, (_, body) -> Records.mergeRequest(body.passing())));
    }

    /** The files it changes, in GitLab's order. */
    public List<ChangedFile> changes(long projectId, long iid) {
        return call(
                "read the changes of" + Caller.mergeRequest(projectId, iid),
                () -> new Paging(http, caller.onCall())
                        .all(
                                path(projectId, iid) + "/diffs",
                                entry -> Records.changedFile(Paging.JSON.treeToValue(entry, Diff.class), entry)));
    }

    /**
     * A file's text, where bytes that are no UTF-8 become replacement characters. gitlab4j does not do it: it leaves
     * {@code %41} in the name of a branch as it is, and fails on braces.
     *
     * @param path from the root of the repository, without a slash before it
     * @param ref commit, branch or tag, {@code HEAD} for the default branch
     * @return empty if GitLab says 404: no such file, commit or project, or none that we may see; of a file above 10 MB the
     *     first 10 MB
     */
    public Optional<String> file(long projectId, String path, String ref) {
        return file(Long.toString(projectId), path, ref);
    }

    /** As {@link #file(long, String, String)}, of a project by its full path. */
    public Optional<String> file(String project, String path, String ref) {
        String at = "/projects/" + encode(project) + "/repository/files/" + encode(path) + "/raw?ref=" + encode(ref);
        try {
            return Optional.of(caller.once(
                    "read " + path + " at " + ref + " in project " + project,
                    () -> http.get(at, LARGEST_FILE, (_, body) -> body.text(LARGEST_FILE))));
        } catch (GitLabRefused e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The paths of the files in a folder, links and submodules left out.
     *
     * @param folder from the root of the repository, without slashes around it; the root itself is the empty text
     * @param deep whether the files of its subfolders are among them
     * @param ref as for {@link #file(long, String, String)}
     * @return empty if they are too many; none if GitLab says 404: no such folder, commit or project
     */
    public Optional<List<String>> files(long projectId, String folder, boolean deep, String ref) {
        String tree = "/projects/" + projectId + "/repository/tree?ref=" + encode(ref) + "&recursive=" + deep;
        return call(
                "list the files of folder '" + folder + "' at " + ref + " in project " + projectId,
                () -> new Tree(new Paging(http, caller.onCall()))
                        .files(folder.isEmpty() ? tree : tree + "&path=" + encode(folder)));
    }

    /** All threads, those of people and GitLab's own notes too, oldest first; of others' long notes only the beginning. */
    public List<DiscussionThread> threads(long projectId, long iid) {
        return call(
                "read the threads of" + Caller.mergeRequest(projectId, iid),
                () -> new Paging(http, caller.onCall())
                        .streamed(
                                path(projectId, iid) + "/discussions", entry -> ThreadTree.thread(entry, this::ours)));
    }

    /** One thread. */
    public DiscussionThread thread(long projectId, long iid, String threadId) {
        String at = path(projectId, iid) + "/discussions/" + encode(threadId);
        return caller.once(
                "read a thread of" + Caller.mergeRequest(projectId, iid),
                () -> http.get(at, Integer.MAX_VALUE, (_, body) -> ThreadTree.one(body.passing(), this::ours)));
    }

    private boolean ours(long author) {
        return author == botId();
    }

    /**
     * Opens a thread. Called twice, it opens two.
     *
     * @param body Markdown, not blank; GitLab runs its lines that begin with {@code /} and a command's name
     * @throws GitLabRefused with status 400 if the place is not in the diff of {@code refs}
     */
    public DiscussionThread openThread(long projectId, long iid, String body, Place place) {
        return caller.creating("open a thread on" + Caller.mergeRequest(projectId, iid), () -> {
            var form = new LinkedHashMap<String, String>();
            form.put("body", body);
            form.putAll(Positions.fields(place));
            JsonNode made = caller.send("POST", path(projectId, iid) + "/discussions", form);
            return Records.thread(Paging.JSON.treeToValue(made, Discussion.class));
        });
    }

    /** Adds a plain comment, which cannot be resolved. Called twice, it adds two. */
    public void comment(long projectId, long iid, String body) {
        caller.creating(
                "comment on" + Caller.mergeRequest(projectId, iid),
                () -> api.getNotesApi().createMergeRequestNote(projectId, iid, body, null, null));
    }

    /** Replaces the text of one of our own plain comments. */
    public void rewriteComment(long projectId, long iid, long noteId, String body) {
        caller.once(
                "rewrite a comment on" + Caller.mergeRequest(projectId, iid),
                () -> api.getNotesApi().updateMergeRequestNote(projectId, iid, noteId, body));
    }

    /** The jobs of a project. */
    public Jobs jobs(long projectId) {
        return new Jobs(caller, projectId);
    }

    /** What was set up there for us. */
    public Setup setup() {
        return new Setup(caller);
    }

    /** Our drafts on a merge request. */
    public DraftNotes drafts(long projectId, long iid) {
        return new DraftNotes(caller, projectId, iid);
    }

    /** Who somebody is. */
    public People people() {
        return new People(caller);
    }

    /** The ids of the projects in which the user of an OAuth access token is Reporter or more; the first 20,000. */
    public List<Long> memberships(String accessToken) {
        return call("list somebody's projects", () -> new Memberships(http, caller.onCall()).projects(accessToken));
    }

    /** Commits and merge requests of our own. */
    public Changes changes() {
        return new Changes(caller);
    }

    /**
     * Puts an emoji on a comment.
     *
     * @throws GitLabRefused with status 404 if we did that before
     */
    public void award(long projectId, long iid, long noteId, String emoji) {
        caller.once(
                "put an emoji on a comment on" + Caller.mergeRequest(projectId, iid),
                () -> caller.send(
                        "POST", path(projectId, iid) + "/notes/" + noteId + "/award_emoji", Map.of("name", emoji)));
    }

    /** The commits of a project. */
    public Commits commits(long projectId) {
        return new Commits(caller, projectId);
    }

    /** Resolves a thread, or opens it again. */
    public void resolve(long projectId, long iid, String threadId, boolean resolved) {
        caller.once(
                (resolved ? "resolve" : "open again") + " a thread on" + Caller.mergeRequest(projectId, iid),
                () -> caller.tell(
                        "PUT",
                        path(projectId, iid) + "/discussions/" + encode(threadId),
                        Map.of("resolved", Boolean.toString(resolved))));
    }

    /** Adds a note to a thread. */
    public void reply(long projectId, long iid, String threadId, String body) {
        caller.creating(
                "reply to a thread on" + Caller.mergeRequest(projectId, iid),
                () -> api.getDiscussionsApi().addMergeRequestThreadNote(projectId, iid, threadId, body, null));
    }

    /** Replaces the text of one of our own notes. */
    public void rewrite(long projectId, long iid, String threadId, long noteId, String body) {
        caller.once(
                "rewrite a note on" + Caller.mergeRequest(projectId, iid),
                () -> api.getDiscussionsApi()
                        .modifyMergeRequestThreadNote(projectId, iid, threadId, noteId, body, null));
    }

    /**
     * Sets the status of a commit, which appears as a job of its pipeline.
     *
     * @return that pipeline; older releases do not tell it
     */
    public Optional<Long> status(long projectId, String sha, CommitStatus status) {
        JsonNode answer = caller.once(
                "set the status of commit " + sha + " in project " + projectId,
                () -> caller.send("POST", "/projects/" + projectId + "/statuses/" + encode(sha), status.form()));
        return Optional.of(answer.path("pipeline_id").asLong()).filter(id -> id > 0);
    }
}
