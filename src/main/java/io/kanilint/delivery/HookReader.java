package io.kanilint.delivery;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body of a webhook (GitLab's documentation of webhook events). Of a merge request's events those are told
 * apart that can change what is to be reviewed: opened, opened again, new commits, another target branch.
 */
final class HookReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DEFAULT_CI_PATH = ".gitlab-ci.yml";
    private static final int LONGEST_EVENT = 100;
    /** GitLab itself keeps 255. */
    private static final int LONGEST_PATH = 1000;

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private HookReader() {}

    /** The hook, or empty if the body is not a JSON object. */
    static Optional<Hook> read(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException _) {
            return Optional.empty();
        }
        return root.isObject() ? Optional.of(hook(root)) : Optional.empty();
    }

    private static Hook hook(JsonNode root) {
        String kind = text(root.path("object_kind"))
                .orElse(text(root.path("event_name")).orElse("unknown"));
        JsonNode attributes = root.path("object_attributes");
        if (!kind.equals("merge_request")) {
            return new Hook.Ignored(cut(kind), "Only merge requests are looked at.");
        }
        String action = text(attributes.path("action")).orElse("");
        String event = cut(action.isEmpty() ? kind : kind + " " + action);
        long project = root.path("project")
                .path("id")
                .asLong(attributes.path("target_project_id").asLong(0));
        long iid = attributes.path("iid").asLong(0);
        if (project <= 0 || iid <= 0) {
            return new Hook.Ignored(event, "It names no project or no merge request.");
        }
        return switch (action) {
            case "open", "reopen" -> changed(event, root, project, iid);
            case "update" ->
                movesCode(root)
                        ? changed(event, root, project, iid)
                        : new Hook.Ignored(event, "Neither the commits nor the target branch changed.");
            default -> new Hook.Ignored(event, "It changes no code.");
        };
    }

    private static boolean movesCode(JsonNode root) {
        return text(root.path("object_attributes").path("oldrev")).isPresent()
                || root.path("changes").has("target_branch");
    }

    /** A CI file kept in another project or at a URL is not part of any merge request here. */
    private static Hook changed(String event, JsonNode root, long project, long iid) {
        String path = text(root.path("project").path("ci_config_path")).orElse(DEFAULT_CI_PATH);
        if (path.contains("@") || path.contains("://")) {
            return new Hook.Ignored(event, "The project's CI file lies outside of the project.");
        }
        return path.length() > LONGEST_PATH || !clean(path).equals(path)
                ? new Hook.Ignored(event, "The project's CI file has a name that no file has.")
                : new Hook.Changed(event, project, iid, path);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static String cut(String event) {
        return clean(event.substring(0, Math.min(event.length(), LONGEST_EVENT)));
    }

    /** Without the characters that PostgreSQL does not keep (U+0000), that spoil a log, or that are halves of one. */
    private static String clean(String text) {
        return UNFIT.matcher(text).replaceAll("?");
    }
}
