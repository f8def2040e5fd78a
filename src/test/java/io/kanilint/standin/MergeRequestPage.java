package io.kanilint.standin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page for people: a merge request under GitLab's own web URL, with its diff, threads and suggestions. */
final class MergeRequestPage {

    private static final Pattern PATH = Pattern.compile(
            "/(?<project>.+)/-/merge_requests/(?<iid>\\d{1,9})(?:/suggestions/(?<suggestion>\\d{1,18})/apply)?/?");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final World world;
    private volatile Consumer<MergeRequest> listener = _ -> {};

    MergeRequestPage(World world) {
        this.world = world;
    }

    static String path(MergeRequest mr) {
        return "/" + mr.project.path() + "/-/merge_requests/" + mr.iid();
    }

    void onApply(Consumer<MergeRequest> consumer) {
        listener = consumer;
    }

    Answer answer(Incoming incoming) {
        var path = PATH.matcher(Params.decode(incoming.path()));
        if (incoming.path().equals("/")) {
            return page(200, "Merge requests", false, world.locked(this::overview));
        }
        if (!path.matches()) {
            return page(404, "Not found", false, "<h1>404</h1><p><a href=\"/\">All merge requests</a></p>");
        }
        var mr = world.locked(() -> world.project(path.group("project"))
                .flatMap(project -> project.mergeRequest(Integer.parseInt(path.group("iid")))));
        if (mr.isEmpty()) {
            return page(404, "Not found", false, "<h1>404</h1><p><a href=\"/\">All merge requests</a></p>");
        }
        String suggestion = path.group("suggestion");
        return suggestion != null && incoming.method().equals("POST")
                ? apply(mr.get(), suggestion)
                : show(mr.get(), "");
    }

    private Answer apply(MergeRequest mr, String suggestion) {
        try {
            world.locked(() -> {
                var found = SuggestionEndpoints.find(world, suggestion);
                new SuggestionApplication(found.mr(), found.note().id(), found.suggestion()).apply();
            });
        } catch (Refusal refusal) {
            String body = new String(refusal.answer().body(), StandardCharsets.UTF_8);
            var reason = Json.read(body) instanceof Map<?, ?> map ? map.get("message") : body;
            return show(mr, "<div class=alert>" + Html.escape(String.valueOf(reason)) + "</div>");
        }
        listener.accept(mr);
        return Answer.redirect(path(mr));
    }

    private Answer show(MergeRequest mr, String alert) {
        return world.locked(() -> page(
                alert.isEmpty() ? 200 : 400,
                mr.title() + " (!" + mr.iid() + ")",
                alert.isEmpty() && pending(mr),
                head(mr) + alert + statuses(mr) + talk(mr) + changes(mr) + activity(mr)));
    }

    /** Something is still to come, and not for too long: a bot that is not running must not keep the page restless. */
    private boolean pending(MergeRequest mr) {
        boolean waiting = mr.statuses().isEmpty() || mr.statuses().stream().anyMatch(CommitStatus::unfinished);
        return mr.opened()
                && waiting
                && Duration.between(mr.updatedAt, world.now()).compareTo(PATIENCE) < 0;
    }

    private static String head(MergeRequest mr) {
        return """
                <nav>%s / <a href="/">Merge requests</a> / !%d</nav><h1>%s</h1>
                <p><span class="badge %s">%s</span> &nbsp;%s requested to merge <code>%s</code> into <code>%s</code></p>%s
                """.formatted(
                Html.escape(mr.project.path().replace("/", " / ")),
                mr.iid(),
                Html.escape(mr.title()),
                mr.state(),
                mr.opened() ? "Open" : mr.state().equals("merged") ? "Merged" : "Closed",
                Html.person(mr.author()),
                Html.escape(mr.sourceBranch()),
                Html.escape(mr.targetBranch()),
                mr.description().isBlank()
                        ? ""
                        : "<div class=\"card note\">" + MarkdownHtml.render(mr.description(), _ -> "") + "</div>");
    }

    private static String statuses(MergeRequest mr) {
        var latest = mr.source().commitStatuses.latest(mr.headSha());
        String sha = "<span class=\"right muted\">on <code>" + mr.headSha().substring(0, 8) + "</code></span>";
        return "<div class=card>"
                + (latest.isEmpty()
                        ? "<div class=\"status pending\"><span class=dot>…</span> <span class=muted>No status yet for the newest commit</span>"
                                + sha + "</div>"
                        : latest.stream()
                                .map(status -> status(status) + sha + "</div>")
                                .collect(Collectors.joining()))
                + "</div>";
    }

    private static String status(CommitStatus status) {
        String kind = status.unfinished() ? "pending" : status.state().equals("success") ? "success" : "failed";
        String sign = switch (kind) {
            case "success" -> "✓";
            case "failed" -> "✗";
            default -> "…";
        };
        String target = Optional.ofNullable(status.targetUrl())
                .filter(url -> !url.isEmpty())
                .map(url -> " <a href=\"" + Html.escape(url) + "\">Details</a>")
                .orElse("");
        return "<div class=\"status %s\"><span class=dot>%s</span> <b>%s</b> <b class=state>%s</b> <span class=muted>%s</span>%s"
                .formatted(
                        kind,
                        sign,
                        Html.escape(status.name()),
                        Html.escape(status.state()),
                        Html.escape(Optional.ofNullable(status.description()).orElse("")),
                        target);
    }

    /** Threads and notes without a place in the diff. */
    private static String talk(MergeRequest mr) {
        var files = mr.version().files().stream().map(FileDiff::newPath).toList();
        var loose = mr.discussions().stream()
                .filter(thread -> !thread.first().system())
                .filter(thread -> thread.path().filter(files::contains).isEmpty())
                .map(new ThreadHtml(mr)::render)
                .collect(Collectors.joining());
        return loose.isEmpty() ? "" : "<h2>Overview</h2>" + loose;
    }

    private static String changes(MergeRequest mr) {
        var files = mr.version().files();
        return "<h2>Changes <span class=muted>" + files.size() + "</span></h2>"
                + files.stream().map(file -> new DiffTable(mr, file).render()).collect(Collectors.joining());
    }

    private static String activity(MergeRequest mr) {
        var lines = mr.discussions().stream()
                .map(Discussion::first)
                .filter(Note::system)
                .map(ThreadHtml::system)
                .toList();
        return lines.isEmpty() ? "" : "<h2>Activity</h2>" + String.join("", lines);
    }

    private String overview() {
        return "<h1>Merge requests</h1><div class=card>"
                + world.projects.stream()
                        .flatMap(project -> project.mergeRequests.stream())
                        .map(mr ->
                                "<div class=status><span class=\"badge %s\">%s</span> <a href=\"%s\">%s</a> <span class=muted>%s!%d</span></div>"
                                        .formatted(
                                                mr.state(),
                                                mr.state(),
                                                Html.escape(path(mr)),
                                                Html.escape(mr.title()),
                                                Html.escape(mr.project.path()),
                                                mr.iid()))
                        .collect(Collectors.joining())
                + "</div>";
    }

    private static Answer page(int status, String title, boolean refresh, String content) {
        return Answer.of(status, "text/html; charset=utf-8", """
                <!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width">
                %s<title>%s</title><style>%s</style>
                <div class=stand-in>This page is a stand-in for GitLab's, for demonstration and tests.</div><main>%s</main></html>
                """.formatted(
                                refresh ? "<meta http-equiv=refresh content=2>" : "",
                                Html.escape(title),
                                PageStyle.CSS,
                                content))
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
                .with("Cache-Control", "no-store");
    }
}
