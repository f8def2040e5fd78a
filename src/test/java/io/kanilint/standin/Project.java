package io.kanilint.standin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project: its repository, merge requests, members and commit statuses. */
public final class Project {

    final World world;
    final Repository repository = new Repository();
    final CommitStatuses commitStatuses = new CommitStatuses(this);
    final List<Job> jobs = new ArrayList<>();
    final List<ProjectHook> hooks = new ArrayList<>();
    final List<MergeRequest> mergeRequests = new ArrayList<>();
    private final Map<User, Integer> accessLevels = new LinkedHashMap<>();
    private final long id;
    private final String path;
    private String defaultBranch = "main";
    private @Nullable String ciConfigPath;

    final Set<String> protectedBranches = new HashSet<>();
    boolean refusesMergeRequests;

    @Nullable
    Project forkedFrom;

    Project(World world, String path) {
        this.world = world;
        this.path = path;
        this.id = world.nextId();
        accessLevels.put(world.bot, 30);
    }

    public long id() {
        return id;
    }

    public String path() {
        return path;
    }

    public String webUrl() {
        return world.url + "/" + path;
    }

    public String defaultBranch() {
        return defaultBranch;
    }

    /** The setting "CI/CD configuration file"; null means {@code .gitlab-ci.yml}. */
    public @Nullable String ciConfigPath() {
        return ciConfigPath;
    }

    public Project ciConfigPath(String setting) {
        ciConfigPath = setting;
        return this;
    }

    public Project defaultBranch(String name) {
        defaultBranch = name;
        return this;
    }

    /** Gives someone a role: 10 guest, 20 reporter, 30 developer, 40 maintainer, 50 owner; 0 takes it away. */
    public Project member(User user, int accessLevel) {
        world.locked(() -> accessLevels.put(user, accessLevel));
        return this;
    }

    /** Lets only maintainers push to a branch, as they alone may to the default branch. */
    public Project protect(String branch) {
        protectedBranches.add(branch);
        return this;
    }

    /** Lets nobody but members open merge requests. */
    public Project refuseMergeRequests() {
        refusesMergeRequests = true;
        return this;
    }

    /** The message of the newest commit of a branch. */
    public String lastMessage(String branch) {
        return world.locked(() -> repository.get(branch).message());
    }

    public List<String> branches() {
        return world.locked(() -> List.copyOf(repository.branches()));
    }

    public List<MergeRequest> mergeRequests() {
        return world.locked(() -> List.copyOf(mergeRequests));
    }

    boolean isProtected(String branch) {
        return branch.equals(defaultBranch) || protectedBranches.contains(branch);
    }

    /** A job of a pipeline of a merge request's branch runs and leaves a log. */
    public Job runJob(MergeRequest mr, String name, String status, String log) {
        return world.locked(() -> {
            String sha = mr.version().head().sha();
            long pipeline = commitStatuses.pipeline(sha);
            var job = new Job(this, world.nextId(), pipeline, name, status, mr.sourceBranch(), sha, log);
            jobs.add(job);
            return job;
        });
    }

    /** Adds a hook to its settings, which sends nothing by itself. */
    public Project hook(ProjectHook hook) {
        world.locked(() -> hooks.add(hook));
        return this;
    }

    /** Writes files to a branch, which is made from the default branch when it is new; gives the commit's SHA. */
    public String commit(String branch, Map<String, String> files) {
        return commit(branch, files, "Change " + String.join(", ", files.keySet()));
    }

    public String commit(String branch, Map<String, String> files, String message) {
        return world.locked(() -> commit(branch, FileChange.writing(files), message, world.user("author"))
                .sha());
    }

    public String delete(String branch, String file) {
        var deletion = List.<FileChange>of(new FileChange.Delete(file));
        return world.locked(() ->
                commit(branch, deletion, "Delete " + file, world.user("author")).sha());
    }

    public MergeRequestOpening mergeRequest(String title) {
        return new MergeRequestOpening(this, title);
    }

    /** A fork with the same branches; its merge requests are opened by {@code toParent()}. */
    public Project fork(String forkPath) {
        return world.locked(() -> {
            var fork = new Project(world, forkPath);
            fork.forkedFrom = this;
            fork.accessLevels.remove(world.bot);
            for (String branch : repository.branches()) {
                fork.repository.fetch(repository, branch);
                fork.repository.move(branch, head(branch));
            }
            world.projects.add(fork);
            return fork;
        });
    }

    public String head(String branch) {
        return world.locked(() -> repository.get(branch).sha());
    }

    /** A file's text on a branch or at a commit. */
    public Optional<String> file(String ref, String file) {
        return world.locked(
                () -> repository.find(ref).map(commit -> commit.files().get(file)));
    }

    /** All statuses ever set on a commit, oldest first. */
    public List<CommitStatus> statuses(String sha) {
        return world.locked(() -> commitStatuses.all(sha));
    }

    int accessLevel(User user) {
        return accessLevels.getOrDefault(user, 0);
    }

    Commit commit(String branch, List<FileChange> changes, String message, User author) {
        String parent =
                repository.hasBranch(branch) ? branch : repository.hasBranch(defaultBranch) ? defaultBranch : null;
        var commit = repository.make(parent, changes, message, author, world.now());
        moveBranch(branch, commit.sha(), author);
        return commit;
    }

    /** A push: every open merge request from this branch, here or in the parent project, gets a new version. */
    void moveBranch(String branch, String sha, User pusher) {
        repository.move(branch, sha);
        world.projects.stream()
                .flatMap(project -> project.mergeRequests.stream())
                .filter(mr -> mr.source() == this && mr.sourceBranch().equals(branch) && mr.opened())
                .forEach(mr -> mr.pushed(pusher));
    }

    Optional<MergeRequest> mergeRequest(int iid) {
        return mergeRequests.stream().filter(mr -> mr.iid() == iid).findFirst();
    }
}
