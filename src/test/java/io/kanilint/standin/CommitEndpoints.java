package io.kanilint.standin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Making commits, and the statuses of commits. */
record CommitEndpoints(Lookup find) {

    void addTo(Route.Table routes) {
        routes.add("POST", "/projects/:id/repository/commits", this::commit);
        routes.add("GET", "/projects/:id/repository/commits/:sha", request -> {
            var project = find.project(request);
            return Answer.ok(MergeRequestJson.commit(project, commit(project, request.variable("sha"))));
        });
        routes.add("GET", "/projects/:id/repository/merge_base", this::mergeBase);
        routes.add("GET", "/projects/:id/repository/commits/:sha/statuses", this::statuses);
        routes.add(
                "POST",
                "/projects/:id/statuses/:sha",
                request -> Answer.created(
                        find.project(request).commitStatuses.add(request).json()));
        routes.add("GET", "/projects/:id/repository/branches/:branch", this::branch);
        routes.add("DELETE", "/projects/:id/repository/branches/:branch", this::delete);
    }

    private Answer mergeBase(ApiRequest request) {
        var project = find.project(request);
        var refs = request.required("refs", "")
                .lines()
                .map(ref -> commit(project, ref).sha())
                .toList();
        if (refs.size() < 2) {
            throw Refusal.parameter("Provide at least 2 refs");
        }
        String base = project.repository.mergeBase(refs.get(0), refs.get(1));
        return Answer.ok(MergeRequestJson.commit(project, commit(project, base)));
    }

    private Answer statuses(ApiRequest request) {
        var project = find.project(request);
        String sha = commit(project, request.variable("sha")).sha();
        boolean all = request.flag("all").orElse(false);
        var statuses = all ? project.commitStatuses.all(sha) : project.commitStatuses.latest(sha);
        return Answer.page(
                request,
                statuses.stream()
                        .filter(status ->
                                request.text("name").map(status.name()::equals).orElse(true))
                        .map(CommitStatus::json)
                        .toList());
    }

    private Answer branch(ApiRequest request) {
        var project = find.project(request);
        String name = request.variable("branch");
        if (!project.repository.hasBranch(name)) {
            throw Refusal.notFound("Branch");
        }
        return Answer.ok(Json.object(
                "name",
                name,
                "default",
                name.equals(project.defaultBranch()),
                "protected",
                name.equals(project.defaultBranch()),
                "can_push",
                project.accessLevel(request.user()) >= (name.equals(project.defaultBranch()) ? 40 : 30),
                "commit",
                MergeRequestJson.commit(project, project.repository.get(name))));
    }

    private Answer delete(ApiRequest request) {
        var project = find.project(request);
        String name = request.variable("branch");
        find.atLeast(project.isProtected(name) ? 40 : 30, project, request.user());
        if (!project.repository.hasBranch(name)) {
            throw Refusal.notFound("Branch");
        }
        project.repository.delete(name);
        return Answer.noContent();
    }

    private Answer commit(ApiRequest request) {
        var project = find.project(request);
        String branch = request.required("branch");
        String message = request.required("commit_message");
        int needed = project.isProtected(branch) ? 40 : 30;
        if (project.accessLevel(request.user()) < needed) {
            throw project.accessLevel(request.user()) < 30
                    ? Refusal.forbidden()
                    : Refusal.message(400, "You are not allowed to push into this branch");
        }
        boolean exists = project.repository.hasBranch(branch);
        var start = request.text("start_branch").or(() -> request.text("start_sha"));
        if (exists && start.filter(other -> !other.equals(branch)).isPresent()) {
            throw Refusal.message(
                    400,
                    "A branch called '%s' already exists. Switch to that branch in order to make changes"
                            .formatted(branch));
        }
        if (!exists && start.isEmpty()) {
            throw Refusal.message(400, "You can only create or edit files when you are on a branch");
        }
        var base = commit(project, exists ? branch : start.orElseThrow());
        var changes = changes(request, project, base);
        if (!exists) {
            project.repository.move(branch, base.sha());
        }
        var made = project.commit(branch, changes, message, request.user());
        return Answer.created(MergeRequestJson.commit(project, made));
    }

    private static List<FileChange> changes(ApiRequest request, Project project, Commit base) {
        var actions = request.objects("actions");
        if (actions.isEmpty()) {
            throw Refusal.parameter("actions is missing");
        }
        var changes = new ArrayList<FileChange>();
        for (var action : actions) {
            String path = String.valueOf(action.get("file_path"));
            String kind = String.valueOf(action.get("action"));
            boolean there = base.files().containsKey(path);
            if (kind.equals("create") && there) {
                throw Refusal.message(400, "A file with this name already exists");
            }
            if (!kind.equals("create") && !there) {
                throw Refusal.message(400, "A file with this name doesn't exist");
            }
            guard(action, project, base, path);
            changes.add(
                    switch (kind) {
                        case "create", "update" -> new FileChange.Write(path, content(action));
                        case "delete" -> new FileChange.Delete(path);
                        default -> throw Refusal.parameter("actions[0][action] does not have a valid value");
                    });
        }
        return changes;
    }

    private static void guard(Map<String, @Nullable Object> action, Project project, Commit base, String path) {
        var last = action.get("last_commit_id");
        if (last != null && !last.equals(project.repository.lastCommit(base.sha(), path))) {
            throw Refusal.message(400, "The file has changed since you started editing it: " + path);
        }
    }

    private static String content(Map<String, @Nullable Object> action) {
        String content =
                Optional.ofNullable(action.get("content")).map(Object::toString).orElse("");
        return "base64".equals(action.get("encoding"))
                ? new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8)
                : content;
    }

    private static Commit commit(Project project, String ref) {
        return project.repository.find(ref).orElseThrow(() -> Refusal.notFound("Commit"));
    }
}
