package io.kanilint.doctor;

import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabException;
import io.kanilint.gitlab.People;
import io.kanilint.gitlab.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether one project is set up for reviews.
 *
 * @param project its full path or number
 * @param hookUrl where its hook should point to; empty if that is not known
 */
record ProjectChecks(GitLab gitlab, String project, Optional<String> hookUrl) {
    private static final String ROLE = "role";
    private static final String HOOK = "hook";

    List<Check> look() {
        var checks = new ArrayList<Check>();
        try {
            Optional<Long> id = gitlab.setup().project(project);
            if (id.isEmpty()) {
                return List.of(Check.toDo(
                        "project",
                        "%s does not exist, or the bot user is no member: check the path, and add the user as Developer."
                                .formatted(project)));
            }
            checks.add(role(gitlab.people().accessLevel(id.get(), gitlab.botId())));
            checks.add(hook(gitlab.setup().hooks(id.get())));
        } catch (GitLabException e) {
            checks.add(Check.toDo("project", String.valueOf(e.getMessage())));
        }
        return checks;
    }

    private Check role(int level) {
        if (level == 0) {
            return Check.toDo(ROLE, "The bot user is no member of %s: add it as Developer.".formatted(project));
        }
        String name = name(level);
        return level < People.DEVELOPER
                ? Check.toDo(ROLE, "The bot user is %s in %s and needs to be Developer.".formatted(name, project))
                : Check.ok(ROLE, "The bot user is %s in %s.".formatted(name, project));
    }

    /** GitLab's access levels (members API). */
    private static String name(int level) {
        return switch (level) {
            case 5 -> "Minimal Access";
            case 10 -> "Guest";
            case 15 -> "Planner";
            case 20 -> "Reporter";
            case 30 -> "Developer";
            case 40 -> "Maintainer";
            case 50 -> "Owner";
            default -> "something with access level " + level;
        };
    }

    private Check hook(Optional<List<Setup.Hook>> hooks) {
        if (hookUrl.isEmpty()) {
            return Check.unknown(HOOK, "Without a usable public URL it cannot be told which hook is ours.");
        }
        String url = hookUrl.get();
        if (hooks.isEmpty()) {
            return Check.unknown(
                    HOOK,
                    "Only a Maintainer sees the hooks of %s: look there whether one points to %s."
                            .formatted(project, url));
        }
        List<Setup.Hook> ours = hooks.get().stream()
                .filter(hook -> hook.url().replaceAll("/+$", "").equalsIgnoreCase(url))
                .toList();
        return ours.isEmpty()
                ? Check.toDo(
                        HOOK,
                        "No hook of %s points to %s: add one, unless a hook of its group or of the whole GitLab does."
                                .formatted(project, url))
                : ours.stream()
                        .map(this::hook)
                        .min((one, other) -> one.status().compareTo(other.status()))
                        .orElseThrow();
    }

    private Check hook(Setup.Hook hook) {
        if (!hook.mergeRequests()) {
            return Check.toDo(
                    HOOK, "It does not tell of merge requests, so nothing is reviewed: tick 'Merge request events'.");
        }
        if (!hook.authenticates()) {
            return Check.toDo(
                    HOOK, "It has neither a secret token nor a signing token, so it is refused: give it one.");
        }
        return switch (hook.alert()) {
            case "disabled" ->
                Check.toDo(
                        HOOK,
                        "GitLab switched it off after many failures: mend what its list of recent events shows, then press"
                                + " 'Test' there.");
            case "temporarily_disabled" ->
                Check.toDo(
                        HOOK,
                        "GitLab paused it after failures and tries again later: its list of recent events shows why.");
            default -> Check.ok(HOOK, "It points here." + missing(hook));
        };
    }

    /** A hook may well be for reviews alone, so this is nothing to do. */
    private static String missing(Setup.Hook hook) {
        var missing = new ArrayList<String>();
        if (!hook.notes()) {
            missing.add("Without 'Comments' among its events, commands such as recheck are not heard.");
        }
        if (!hook.emoji()) {
            missing.add("Without 'Emoji events', thumbs down are not counted.");
        }
        if (!hook.jobs() && !hook.pipelines()) {
            missing.add("Without 'Job events' and 'Pipeline events', no log is read for proof.");
        } else if (!hook.jobs()) {
            missing.add("Without 'Job events', the log of a job is read only when its pipeline has ended.");
        } else if (!hook.pipelines()) {
            missing.add(
                    "Without 'Pipeline events', the log of a job is not read if it ends before its comment is there.");
        }
        return missing.isEmpty() ? "" : " " + String.join(" ", missing);
    }
}
