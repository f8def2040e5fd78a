package io.kanilint.review;

import io.kanilint.gitlab.ChangedFile;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dockerfiles at the head. Of those that the merge request adds, its diff is the text. */
final class HeadDockerfiles implements ScriptFiles {
    private static final Pattern HEADER = Pattern.compile("@@ -0,0 \\+1(?:,(\\d{1,7}))? @@.*", Pattern.DOTALL);

    private final CommitFiles head;
    private final List<ChangedFile> changes;
    private int calls;

    /** @param calls how many may be made to GitLab */
    HeadDockerfiles(CommitFiles head, List<ChangedFile> changes, int calls) {
        this.head = head;
        this.changes = changes;
        this.calls = calls;
    }

    /** From now on. */
    void allow(int more) {
        calls = more;
    }

    /** @throws UncheckedIOException if there is no call left for it */
    @Override
    public Optional<Source> read(String path) {
        Optional<String> added = changes.stream()
                .filter(file ->
                        file.added() && !file.incomplete() && file.newPath().equals(path))
                .findFirst()
                .flatMap(file -> added(file.diff()));
        if (added.isPresent()) {
            return added.map(text -> new Source(path, text));
        }
        if (!head.asked(path)) {
            if (calls <= 0) {
                throw new UncheckedIOException(new IOException("no call is left to read " + path));
            }
            calls--;
        }
        return head.read(path);
    }

    /** The text of a new file; empty if its diff is not as that of one. */
    static Optional<String> added(String diff) {
        List<String> lines = List.of(diff.split("(?<=\n)"));
        var header = HEADER.matcher(lines.getFirst());
        if (!header.matches()) {
            return Optional.empty();
        }
        int count = header.group(1) == null ? 1 : Integer.parseInt(header.group(1));
        boolean whole = lines.size() > count
                && lines.subList(1, count + 1).stream().allMatch(line -> line.startsWith("+"))
                && lines.subList(count + 1, lines.size()).stream().allMatch(line -> line.startsWith("\\"));
        return whole
                ? Optional.of(String.join(
                        "",
                        lines.subList(1, count + 1).stream()
                                .map(line -> line.substring(1))
                                .toList()))
                : Optional.empty();
    }
}
