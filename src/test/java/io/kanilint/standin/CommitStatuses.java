package io.kanilint.standin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commit statuses of one project, with GitLab's rules for a new one. */
final class CommitStatuses {

    private static final List<String> STATES =
            List.of("pending", "running", "success", "failed", "canceled", "skipped");
    private static final int MAX_LENGTH = 255;

    private final Project project;
    private final Map<String, List<CommitStatus>> bySha = new HashMap<>();
    private final Map<String, List<Long>> pipelines = new HashMap<>();

    CommitStatuses(Project project) {
        this.project = project;
    }

    List<CommitStatus> all(String sha) {
        return List.copyOf(bySha.getOrDefault(sha, List.of()));
    }

    CommitStatus add(ApiRequest request) {
        String sha = project.repository
                .find(request.variable("sha"))
                .map(Commit::sha)
                .orElseThrow(() -> Refusal.notFound("Commit"));
        String state = request.text("state")
                .orElseThrow(() -> Refusal.parameter("state is missing, state does not have a valid value"));
        if (!STATES.contains(state)) {
            throw Refusal.parameter("state does not have a valid value");
        }
        String ref = request.text("ref")
                .or(() -> branchWith(sha))
                .orElseThrow(() -> Refusal.notFound("References for commit"));
        if (project.accessLevel(request.user()) < 30) {
            throw Refusal.forbidden();
        }
        String name = request.text("name").or(() -> request.text("context")).orElse("default");
        var statuses = bySha.computeIfAbsent(sha, _ -> new ArrayList<>());
        var unfinished = statuses.stream()
                .filter(old -> old.unfinished() && old.name().equals(name) && ref.equals(old.ref()))
                .filter(old -> old.author().equals(request.user()))
                .findFirst();
        unfinished.ifPresent(old -> checkTransition(old.state(), state));
        var world = project.world;
        var status = new CommitStatus(
                unfinished.map(CommitStatus::id).orElseGet(world::nextId),
                sha,
                name,
                state,
                ref,
                limited(
                        request,
                        "description",
                        unfinished.map(CommitStatus::description).orElse(null)),
                url(request, unfinished.map(CommitStatus::targetUrl).orElse(null)),
                request.user(),
                pipeline(request, sha),
                world.now());
        unfinished.ifPresent(statuses::remove);
        statuses.add(status);
        return status;
    }

    /** The newest pipeline of a commit, made on first use. */
    long pipeline(String sha) {
        return newestPipeline(sha).orElseGet(() -> newPipeline(sha));
    }

    Optional<Long> newestPipeline(String sha) {
        return Optional.ofNullable(pipelines.get(sha)).map(List::getLast);
    }

    /** A further pipeline of a commit. */
    long newPipeline(String sha) {
        long id = project.world.nextId();
        pipelines.computeIfAbsent(sha, _ -> new ArrayList<>()).add(id);
        return id;
    }

    private long pipeline(ApiRequest request, String sha) {
        long newest = pipeline(sha);
        long wanted = request.number("pipeline_id").map(Integer::longValue).orElse(newest);
        if (!pipelines.getOrDefault(sha, List.of()).contains(wanted)) {
            throw Refusal.notFound("Pipeline");
        }
        return wanted;
    }

    /** The statuses that count: the newest under each name. */
    List<CommitStatus> latest(String sha) {
        var newest = new LinkedHashMap<String, CommitStatus>();
        all(sha).forEach(status -> newest.put(status.name(), status));
        return List.copyOf(newest.values());
    }

    private static void checkTransition(String from, String to) {
        if (from.equals(to)) {
            String event = to.equals("running") ? "run" : "enqueue";
            throw Refusal.message(
                    400,
                    "Cannot transition status via :%1$s from :%2$s (Reason(s): Status cannot transition via \"%1$s\")"
                            .formatted(event, from));
        }
    }

    private Optional<String> branchWith(String sha) {
        return project.repository.branches().stream()
                .filter(branch -> project.repository.history(branch).contains(sha))
                .findFirst();
    }

    private static @Nullable String limited(ApiRequest request, String name, @Nullable String old) {
        String text = request.text(name).orElse(old);
        if (text != null && text.length() > MAX_LENGTH) {
            throw Refusal.message(
                    400, Json.object(name, List.of("is too long (maximum is " + MAX_LENGTH + " characters)")));
        }
        return text;
    }

    private static @Nullable String url(ApiRequest request, @Nullable String old) {
        String url = limited(request, "target_url", old);
        if (url != null && !url.isEmpty() && !url.matches("https?://.+")) {
            throw Refusal.message(
                    400, Json.object("target_url", List.of("is blocked: Only allowed schemes are http, https")));
        }
        return url;
    }
}
