package io.kanilint.review;

import io.kanilint.gitlab.GitLab;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project's files at one commit on GitLab; each file, and each folder that a pattern looks into, is asked for once. */
final class CommitFiles implements ProjectFiles {
    private final GitLab gitlab;
    private final long projectId;
    private final String sha;
    private final String ciPath;
    private final Map<String, Optional<Source>> read = new HashMap<>();
    private final Map<Listing, Optional<List<String>>> listed = new HashMap<>();

    private final Set<String> noted = new HashSet<>();

    private record Listing(String folder, boolean deep) {}

    CommitFiles(GitLab gitlab, long projectId, String sha, String ciPath) {
        this.gitlab = gitlab;
        this.projectId = projectId;
        this.sha = sha;
        this.ciPath = ciPath;
    }

    @Override
    public String ciPath() {
        return ciPath;
    }

    /** Of a file that is larger than anything that is read, the beginning: whoever reads it says that it is too large. */
    @Override
    public Optional<Source> read(String path) {
        return read.computeIfAbsent(path, _ -> gitlab.file(projectId, path, sha).map(text -> new Source(path, text)));
    }

    /** The text of a file that was read already. */
    Optional<String> known(String path) {
        return read.getOrDefault(path, Optional.empty()).map(Source::text);
    }

    /** Whether a path was asked for, be there a file or not. */
    boolean asked(String path) {
        return read.containsKey(path) || noted.contains(path);
    }

    /** Counts a path as asked for, whose text is known from elsewhere. */
    void note(String path) {
        noted.add(path);
    }

    @Override
    public Optional<List<String>> paths(String folder, boolean deep) {
        return listed.computeIfAbsent(
                new Listing(folder, deep),
                _ -> gitlab.files(projectId, folder, deep, sha)
                        .map(paths -> paths.stream().sorted().toList()));
    }
}
