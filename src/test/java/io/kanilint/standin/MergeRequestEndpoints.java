package io.kanilint.standin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reading merge requests and their changes, and opening new ones. */
record MergeRequestEndpoints(World world, Lookup find) {

    private static final String MR = "/projects/:id/merge_requests/:iid";

    void addTo(Route.Table routes) {
        routes.add("GET", "/merge_requests", request -> list(request, world.projects));
        routes.add("GET", "/projects/:id/merge_requests", request -> list(request, List.of(find.project(request))));
        routes.add("POST", "/projects/:id/merge_requests", this::create);
        routes.add("GET", MR, this::get);
        routes.add(
                "GET",
                MR + "/diffs",
                request -> Answer.page(request, diffs(find.mergeRequest(request).version())));
        routes.add("GET", MR + "/changes", this::changes);
        routes.add(
                "GET", MR + "/raw_diffs", request -> Answer.of(200, "text/plain", patch(find.mergeRequest(request))));
        routes.add("GET", MR + "/versions", this::versions);
        routes.add("GET", MR + "/versions/:version", this::version);
        routes.add("GET", MR + "/commits", request -> {
            var mr = find.mergeRequest(request);
            return Answer.page(request, commits(mr, mr.version()));
        });
    }

    private Answer list(ApiRequest request, List<Project> projects) {
        return Answer.page(
                request,
                projects.stream()
                        .flatMap(project -> project.mergeRequests.stream())
                        .filter(mr -> request.text("state")
                                .filter(state -> !state.equals("all"))
                                .map(mr.state()::equals)
                                .orElse(true))
                        .filter(mr -> request.text("source_branch")
                                .map(mr.sourceBranch()::equals)
                                .orElse(true))
                        .filter(mr -> request.text("updated_after")
                                .map(time ->
                                        String.valueOf(Json.time(mr.updatedAt)).compareTo(time) >= 0)
                                .orElse(true))
                        .map(MergeRequestJson::api)
                        .toList());
    }

    private Answer create(ApiRequest request) {
        var project = find.project(request);
        find.atLeast(30, project, request.user());
        String source = request.required("source_branch");
        String target = request.required("target_branch");
        if (!project.repository.hasBranch(source)) {
            throw Refusal.message(400, Json.object("source_branch", List.of("does not exist")));
        }
        var goal = target(request, project);
        if (!goal.repository.hasBranch(target)) {
            throw Refusal.message(400, Json.object("target_branch", List.of("does not exist")));
        }
        var same = goal.mergeRequests.stream()
                .filter(mr -> mr.opened()
                        && mr.sourceBranch().equals(source)
                        && mr.targetBranch().equals(target))
                .findFirst();
        if (same.isPresent()) {
            throw Refusal.message(
                    409,
                    List.of("Another open merge request already exists for this source branch: !"
                            + same.get().iid()));
        }
        var mr = project.mergeRequest(request.required("title"))
                .from(source)
                .to(goal)
                .into(target)
                .describedAs(request.text("description").orElse(""))
                .by(request.user())
                .open();
        return Answer.created(MergeRequestJson.api(mr));
    }

    /** A project may only merge into itself, the one that it was forked from, or a fork of it. */
    private Project target(ApiRequest request, Project source) {
        var target = request.text("target_project_id")
                .map(id -> world.project(id).orElseThrow(() -> Refusal.notFound("Project")))
                .orElse(source);
        if (target != source && target.forkedFrom != source && source.forkedFrom != target) {
            throw Refusal.message(409, List.of("Source project is not a fork of the target project"));
        }
        if (target.refusesMergeRequests) {
            throw Refusal.forbidden();
        }
        return target;
    }

    private Answer get(ApiRequest request) {
        var mr = find.mergeRequest(request);
        var json = MergeRequestJson.api(mr);
        mr.unpreparedReads--;
        return Answer.ok(json);
    }

    private Answer changes(ApiRequest request) {
        var mr = find.mergeRequest(request);
        var json = MergeRequestJson.api(mr);
        json.put("changes", diffs(mr.version()));
        json.put("overflow", false);
        return Answer.ok(json);
    }

    private Answer versions(ApiRequest request) {
        var mr = find.mergeRequest(request);
        return Answer.page(
                request,
                mr.versions.all.reversed().stream()
                        .map(version -> MergeRequestJson.version(mr, version))
                        .toList());
    }

    private Answer version(ApiRequest request) {
        var mr = find.mergeRequest(request);
        var version = mr.versions.all.stream()
                .filter(one -> Long.toString(one.id()).equals(request.variable("version")))
                .findFirst()
                .orElseThrow(() -> Refusal.message(404, "404 Not found"));
        var json = MergeRequestJson.version(mr, version);
        json.put("commits", commits(mr, version));
        json.put("diffs", diffs(version));
        return Answer.ok(json);
    }

    private static List<Map<String, @Nullable Object>> diffs(DiffVersion version) {
        return version.files().stream().map(MergeRequestJson::diff).toList();
    }

    private static List<Map<String, @Nullable Object>> commits(MergeRequest mr, DiffVersion version) {
        var repository = mr.project.repository;
        var old = repository.history(version.base().sha());
        return repository.history(version.head().sha()).stream()
                .filter(sha -> !old.contains(sha))
                .map(sha -> MergeRequestJson.commit(mr.project, repository.get(sha)))
                .toList();
    }

    private static String patch(MergeRequest mr) {
        return mr.version().files().stream().map(FileDiff::patch).collect(Collectors.joining());
    }
}
