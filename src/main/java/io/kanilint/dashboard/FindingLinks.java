package io.kanilint.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Addresses that belong to findings: pages of GitLab, which are only linked if they are web pages, and of ours. */
@Component("findingLinks")
class FindingLinks {
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{7,64}");

    /** The merge request. */
    Optional<String> mergeRequest(FindingRow finding) {
        return WebAddress.of(finding.mergeRequestUrl());
    }

    /** Where the threads on the lines of a merge request are. */
    Optional<String> changes(FindingRow finding) {
        return WebAddress.of(finding.mergeRequestUrl()).map(url -> url + "/diffs");
    }

    Optional<String> project(FindingRow finding) {
        return WebAddress.of(finding.projectUrl());
    }

    /** The file at a commit. */
    Optional<String> file(FindingRow finding, FindingDetail detail) {
        if (!SHA.matcher(detail.headSha()).matches()) {
            return Optional.empty();
        }
        String path = Arrays.stream(finding.file().split("/"))
                .map(FindingLinks::encoded)
                .collect(Collectors.joining("/"));
        String line = finding.line() > 0 ? "#L" + finding.line() : "";
        return WebAddress.of(finding.projectUrl()).map(url -> url + "/-/blob/" + detail.headSha() + "/" + path + line);
    }

    /** A page of ours with parameters. */
    String page(String path, Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&", path + (parameters.isEmpty() ? "" : "?"), ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
