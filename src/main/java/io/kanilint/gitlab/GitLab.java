package io.kanilint.gitlab;

import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.gitlab4j.api.models.Diff;
import org.gitlab4j.api.models.Discussion;
import org.gitlab4j.models.Constants.CommitBuildState;
import org.jspecify.annotations.Nullable;

/**
 * GitLab, as one user sees it: that of the token. Every call throws {@link GitLabException}, waits for a bounded time
 * and may be made from many threads. Nothing is tried again in here.
 */
public final class GitLab {
    private static final int LARGEST_FILE = 10 << 20;

    private final GitLabHttp http;
    private final GitLabApi api;
    private final AtomicLong botId;
    private final Runnable onCall;

    GitLab(GitLabHttp http) {
        // gitlab4j gets no token: GitLabHttp adds it, so that no log or exception of the library can show it.
        this(
                http,
                new GitLabApi(http.base().toString(), "", GitLab4jConnector.through(http)),
                new AtomicLong(),
                () -> {});
    }

    private GitLab(GitLabHttp http, GitLabApi api, AtomicLong botId, Runnable onCall) {
        this.http = http;
        this.api = api;
        this.botId = botId;
        this.onCall = onCall;
    }

    /**
     * The GitLab of these settings; nothing is asked yet.
     *
     * @throws UnusableSettingException if URL, token or token file are unusable
     */
    public static GitLab at(GitLabProperties properties) {
        String version = GitLab.class.getPackage().getImplementationVersion();
        String userAgent = "Kanilint/" + (version == null ? "development" : version);
        return new GitLab(new GitLabHttp(properties, userAgent, InstantSource.system()));
    }

    /** The same GitLab, which adds one to {@code calls} for each request it makes, so for each page of a list too. */
    public GitLab counting(AtomicInteger calls) {
        return new GitLab(http, api, botId, calls::incrementAndGet);
    }

    /** Whether there is a token. Without one every call is refused with 401, and GitLab not asked. */
    public boolean configured() {
        return http.hasToken();
    }

    /** The id of the token's user, to know our own comments by; asked until it was answered once. */
    public long botId() {
        if (botId.get() == 0) {
            botId.set(once(
                    "find out whose token this is",
                    () -> Records.there(
                            Records.there(api.getUserApi().getCurrentUser(), "a user")
                                    .getId(),
                            "the user's id")));
        }
        return botId.get();
    }

    public Project project(long id) {
        return once(
                "read project " + id, () -> Records.project(api.getProjectApi().getProject(id)));
    }

    public MergeRequest mergeRequest(long projectId, long iid) {
        return once(
                "read" + mr(projectId, iid),
                () -> Records.mergeRequest(api.getMergeRequestApi().getMergeRequest(projectId, iid)));
    }

    /** The files it changes, in GitLab's order. */
    public List<ChangedFile> changes(long projectId, long iid) {
        return call(
                "read the changes of" + mr(projectId, iid),
                () -> new Paging(http, onCall)
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
     * @return empty if GitLab says 404: no such file, commit or project, or none that we may see
     * @throws GitLabRefused with status 413 above 10 MB
     */
    public Optional<String> file(long projectId, String path, String ref) {
        return file(Long.toString(projectId), path, ref);
    }

    /**
     * As {@link #file(long, String, String)}.
     *
     * @param project full path, {@code group/project}
     */
    public Optional<String> file(String project, String path, String ref) {
        return once("read " + path + " at " + ref + " in project " + project, () -> {
            String at =
                    "/projects/" + encode(project) + "/repository/files/" + encode(path) + "/raw?ref=" + encode(ref);
            try {
                return Optional.of(new String(http.get(at, LARGEST_FILE).body(), StandardCharsets.UTF_8));
            } catch (HttpFailure e) {
                if (e.status == 404) {
                    return Optional.empty();
                }
                throw e;
            }
        });
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
                () -> new Tree(new Paging(http, onCall))
                        .files(folder.isEmpty() ? tree : tree + "&path=" + encode(folder)));
    }

    /** All threads, those of people and GitLab's own notes included, oldest first. */
    public List<DiscussionThread> threads(long projectId, long iid) {
        return call(
                "read the threads of" + mr(projectId, iid),
                () -> new Paging(http, onCall)
                        .all(
                                path(projectId, iid) + "/discussions",
                                entry -> Records.thread(Paging.JSON.treeToValue(entry, Discussion.class))));
    }

    /**
     * Opens a thread. Called twice, it opens two.
     *
     * @param body Markdown, not blank; GitLab runs its lines that begin with {@code /} and a command's name
     * @throws GitLabRefused with status 400 if the place is not in the diff of {@code refs}
     */
    public DiscussionThread openThread(long projectId, long iid, String body, Place place) {
        return creating(
                "open a thread on" + mr(projectId, iid),
                () -> Records.thread(api.getDiscussionsApi()
                        .createMergeRequestDiscussion(projectId, iid, body, null, null, Positions.of(place))));
    }

    /** Resolves a thread, or opens it again. */
    public void resolve(long projectId, long iid, String threadId, boolean resolved) {
        once(
                (resolved ? "resolve" : "open again") + " a thread on" + mr(projectId, iid),
                () -> api.getDiscussionsApi().resolveMergeRequestDiscussion(projectId, iid, threadId, resolved));
    }

    /** Adds a note to a thread. */
    public void reply(long projectId, long iid, String threadId, String body) {
        creating(
                "reply to a thread on" + mr(projectId, iid),
                () -> api.getDiscussionsApi().addMergeRequestThreadNote(projectId, iid, threadId, body, null));
    }

    /** Replaces the text of one of our own notes. */
    public void rewrite(long projectId, long iid, String threadId, long noteId, String body) {
        once(
                "rewrite a note on" + mr(projectId, iid),
                () -> api.getDiscussionsApi()
                        .modifyMergeRequestThreadNote(projectId, iid, threadId, noteId, body, null));
    }

    /** Sets the status of a commit, which appears as a job of its pipeline. */
    public void status(long projectId, String sha, CommitStatus status) {
        var fields = new org.gitlab4j.api.models.CommitStatus()
                .withName(status.name())
                .withDescription(status.description())
                .withTargetUrl(status.targetUrl())
                .withRef(status.ref());
        once(
                "set the status of commit " + sha + " in project " + projectId,
                () -> api.getCommitsApi()
                        .addCommitStatus(
                                projectId,
                                sha,
                                CommitBuildState.valueOf(status.state().name()),
                                fields));
    }

    private interface Call<T extends @Nullable Object> {
        T run() throws GitLabApiException, IOException;
    }

    private <T extends @Nullable Object> T once(String what, Call<T> request) {
        return call(what, () -> {
            onCall.run();
            return request.run();
        });
    }

    private <T extends @Nullable Object> T creating(String what, Call<T> request) {
        onCall.run();
        try {
            return request.run();
        } catch (GitLabApiException | IOException | ProcessingException | UnexpectedAnswer e) {
            throw FailureReader.readCreating(what, e);
        }
    }

    private static <T extends @Nullable Object> T call(String what, Call<T> call) {
        try {
            return call.run();
        } catch (GitLabApiException | IOException | ProcessingException | UnexpectedAnswer e) {
            throw FailureReader.read(what, e);
        }
    }

    private static String mr(long projectId, long iid) {
        return " merge request " + iid + " of project " + projectId;
    }

    private static String path(long projectId, long iid) {
        return "/projects/" + projectId + "/merge_requests/" + iid;
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
