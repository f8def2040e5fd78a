package io.kanilint.standin;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One changed file: its lines old and new, each thread under its line, outdated threads below. */
final class DiffTable {

    private static final int SMALL = 300;
    private static final int CONTEXT = 4;

    private final FileDiff file;
    private final List<DiffLine> lines;
    private final List<Discussion> threads;
    private final ThreadHtml html;

    DiffTable(MergeRequest mr, FileDiff file) {
        this.file = file;
        this.lines = file.lines().lines();
        this.html = new ThreadHtml(mr);
        this.threads = mr.threads().stream()
                .filter(thread -> thread.path()
                        .filter(path -> path.equals(file.newPath()) || path.equals(file.oldPath()))
                        .isPresent())
                .toList();
    }

    String render() {
        long added = lines.stream().filter(DiffLine::added).count();
        long removed = lines.stream().filter(DiffLine::removed).count();
        String name = file.renamedFile() ? file.oldPath() + " → " + file.newPath() : file.newPath();
        return """
                <section class="card file"><header>%s%s<span class=right><span class=plus>+%d</span> <span class=minus>−%d</span></span></header>
                %s<table>%s</table>%s</section>
                """.formatted(Html.escape(name), kind(), added, removed, fileThreads(), rows(), outdated());
    }

    private String kind() {
        return file.newFile()
                ? " <span class=tag>new</span>"
                : file.deletedFile() ? " <span class=tag>deleted</span>" : "";
    }

    private String rows() {
        var shown = shown();
        var rows = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            if (!shown.contains(i)) {
                gap = true;
                continue;
            }
            if (gap) {
                rows.append("<tr class=gap><td colspan=3>⋯</td></tr>");
                gap = false;
            }
            rows.append(row(lines.get(i)));
        }
        return rows.append(gap ? "<tr class=gap><td colspan=3>⋯</td></tr>" : "").toString();
    }

    /** All lines of a small file; of a long one those around changes and threads. */
    private Set<Integer> shown() {
        var shown = new HashSet<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            boolean interesting = !lines.get(i).unchanged() || !on(lines.get(i)).isEmpty();
            int around = lines.size() <= SMALL ? 0 : CONTEXT;
            if (interesting || around == 0) {
                for (int near = Math.max(0, i - around); near <= Math.min(lines.size() - 1, i + around); near++) {
                    shown.add(near);
                }
            }
        }
        return shown;
    }

    private String row(DiffLine line) {
        String kind = line.added() ? " class=add" : line.removed() ? " class=del" : "";
        String sign = line.added() ? "+ " : line.removed() ? "- " : "  ";
        var here = on(line);
        String talk = here.isEmpty() ? "" : "<tr><td colspan=3 class=talk>" + render(here) + "</td></tr>";
        return "<tr%s><td class=n>%s</td><td class=n>%s</td><td class=c>%s%s</td></tr>%s"
                .formatted(
                        kind,
                        number(line.oldLine()),
                        number(line.newLine()),
                        sign,
                        Html.escape(line.text().stripTrailing()),
                        talk);
    }

    private static String number(Object line) {
        return line == null ? "" : line.toString();
    }

    private List<Discussion> on(DiffLine line) {
        return threads.stream()
                .filter(thread -> !thread.outdated()
                        && thread.first()
                                .position()
                                .filter(at -> at.onText()
                                        && Objects.equals(at.oldLine(), line.oldLine())
                                        && Objects.equals(at.newLine(), line.newLine()))
                                .isPresent())
                .toList();
    }

    private String fileThreads() {
        var onFile = threads.stream()
                .filter(thread -> !thread.outdated()
                        && thread.first().position().filter(at -> !at.onText()).isPresent())
                .toList();
        return onFile.isEmpty() ? "" : "<div class=outdated><h3>On the whole file</h3>" + render(onFile) + "</div>";
    }

    private String outdated() {
        var old = threads.stream().filter(Discussion::outdated).toList();
        return old.isEmpty()
                ? ""
                : "<div class=outdated><h3>On an older version of this file</h3>" + render(old) + "</div>";
    }

    private String render(List<Discussion> some) {
        return some.stream().map(html::render).collect(Collectors.joining());
    }
}
