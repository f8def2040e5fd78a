package io.kanilint.delivery;

import io.kanilint.command.CiPath;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells those events of a merge request apart that can change what is to be reviewed: opened, opened again, new commits,
 * another target branch; and those that end it. GitLab sends {@code oldrev} with new commits only, and nothing at all with
 * a new target branch but the change itself; pushes to a closed merge request are told of by nothing but its reopening.
 */
final class MergeRequestEvent {
    /** GitLab itself keeps 255. */
    private static final int LONGEST_PATH = 1000;

    private static final int LONGEST_EVENT = 100;
    private static final DateTimeFormatter OLDER = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'X");

    private MergeRequestEvent() {}

    static Hook read(HookFields root) {
        HookFields attributes = root.in("object_attributes");
        String action = attributes.name("action");
        String event = HookFields.cut(HookReader.event("merge_request", action), LONGEST_EVENT);
        long told = root.in("project").id("id");
        // A system hook gives the project without its id.
        long project = told == 0 ? attributes.id("target_project_id") : told;
        long iid = attributes.id("iid");
        if (project == 0 || iid == 0) {
            return new Hook.Ignored(event, project, iid, "It names no project or no merge request.");
        }
        return switch (action) {
            case "open", "reopen" -> changed(event, root, project, iid);
            case "update" ->
                movesCode(root)
                        ? changed(event, root, project, iid)
                        : new Hook.Ignored(event, project, iid, "Neither the commits nor the target branch changed.");
            case "close", "merge" ->
                changed(event, root, project, iid) instanceof Hook.Changed look
                        ? new Hook.Ended(look)
                        : new Hook.Ignored(event, project, iid, "It changes no code.");
            // Older system hooks and hooks sent by "Test" do not say what happened.
            case "" ->
                attributes.name("state").equals("opened")
                        ? changed(event, root, project, iid)
                        : new Hook.Ignored(event, project, iid, "The merge request is not open.");
            default -> new Hook.Ignored(event, project, iid, "It changes no code.");
        };
    }

    private static boolean movesCode(HookFields root) {
        HookFields attributes = root.in("object_attributes");
        Optional<String> old = attributes.text("oldrev");
        return (old.isPresent() && !old.equals(attributes.in("last_commit").text("id")))
                || root.in("changes").has("target_branch");
    }

    /** A CI file kept in another project or at a URL is not part of any merge request here. */
    private static Hook changed(String event, HookFields root, long project, long iid) {
        Optional<String> path =
                CiPath.of(root.in("project").text("ci_config_path").orElse(null));
        if (path.isEmpty()) {
            return new Hook.Ignored(event, project, iid, "The project's CI file lies outside of the project.");
        }
        return path.get().length() > LONGEST_PATH
                        || !HookFields.clean(path.get()).equals(path.get())
                ? new Hook.Ignored(event, project, iid, "The project's CI file has a name that no file has.")
                : new Hook.Changed(event, project, iid, path.get(), occurrence(root.in("object_attributes")));
    }

    private static @Nullable String occurrence(HookFields attributes) {
        String head = attributes.in("last_commit").sha("id");
        String time = attributes.text("updated_at").map(MergeRequestEvent::time).orElse("");
        return head.isEmpty() || time.isEmpty()
                ? null
                : DeliveryKey.digest(String.join(
                        "\n",
                        List.of(
                                attributes.name("action"),
                                head,
                                attributes.name("oldrev"),
                                attributes.name("target_branch"),
                                time)));
    }

    /** GitLab has written the same time in two ways; both are good to the second. */
    private static String time(String text) {
        try {
            OffsetDateTime time =
                    text.endsWith(" UTC") ? OffsetDateTime.parse(text + "Z", OLDER) : OffsetDateTime.parse(text);
            return time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
        } catch (DateTimeException _) {
            return text;
        }
    }
}
