package io.kanilint.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From what an include says to the files it means: patterns expanded, local paths seen from the file that names them. */
final class IncludeExpansion {
    private final FileSearch files;
    private final Remarks remarks;

    IncludeExpansion(FileSearch files, Remarks remarks) {
        this.files = files;
        this.remarks = remarks;
    }

    /**
     * The files that an entry means.
     *
     * @param from the file that holds the entry
     */
    Stream<IncludeEntry> expand(IncludeEntry entry, Include from) {
        if (!(entry.include() instanceof Include.Local(String path))) {
            return Stream.of(entry);
        }
        var pattern = new PathPattern(path);
        return switch (from) {
            case Include.Local _, Include.Template _ ->
                pattern.hasWildcards() ? matching(entry, pattern, from) : Stream.of(entry);
            case Include.Project(String project, Optional<String> ref, _)
            when !pattern.hasWildcards() -> Stream.of(entry.with(new Include.Project(project, ref, path)));
            case Include.Project _, Include.Component _, Include.Remote _ ->
                unread(entry, "%s is not read: it lies in another project.");
        };
    }

    private Stream<IncludeEntry> matching(IncludeEntry entry, PathPattern pattern, Include from) {
        Optional<List<String>> paths = pattern.among(files);
        if (paths.isEmpty()) {
            return unread(entry, "The files that match %s are not read.");
        }
        return paths.get().stream()
                .map(Include.Local::new)
                .filter(match -> !match.equals(from))
                .map(entry::with);
    }

    private Stream<IncludeEntry> unread(IncludeEntry entry, String reason) {
        remarks.unread(entry.span(), reason.formatted(entry.include().description()));
        return Stream.empty();
    }
}
