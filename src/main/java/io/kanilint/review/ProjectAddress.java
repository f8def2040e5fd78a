package io.kanilint.review;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a project is, as the address of one of its merge requests tells.
 *
 * @param path full path, {@code group/subgroup/project}
 */
record ProjectAddress(String path, String webUrl) {
    private static final Pattern MERGE_REQUEST =
            Pattern.compile("(https?://[^/?#]+(/[^?#]*?))(/-)?/merge_requests/\\d+/?");

    /**
     * The address; GitLab may be reached by us under another name than it calls itself, but below the same path.
     *
     * @param gitlab where GitLab is, without a slash at the end
     */
    static ProjectAddress of(long projectId, String mergeRequestUrl, URI gitlab) {
        Matcher parts = MERGE_REQUEST.matcher(mergeRequestUrl);
        if (!parts.matches()) {
            return new ProjectAddress(Long.toString(projectId), "");
        }
        String path = parts.group(2);
        String prefix = gitlab.getPath() + "/";
        return new ProjectAddress(
                path.startsWith(prefix) ? path.substring(prefix.length()) : path.substring(1), parts.group(1));
    }
}
