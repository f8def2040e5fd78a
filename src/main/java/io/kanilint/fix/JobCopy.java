package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Script;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A job written again under another name with a part of its script: the author's own lines, less what is left out. */
final class JobCopy {
    private final Job job;
    private final YamlMap body;
    private final Script script;
    private final List<Unit> units;
    private final Set<Unit> removed;
    private final BitSet touched = new BitSet();
    private final BitSet kept = new BitSet();
    private final Set<Span> keptEntries = new HashSet<>();
    private final boolean inherits;
    private final Cuts cuts;
    private final ScriptCuts scriptCuts;

    private JobCopy(Job job, YamlMap body, boolean inherits, List<Unit> units, Set<Unit> removed) {
        this.inherits = inherits;
        this.job = job;
        this.body = body;
        this.script = job.script();
        this.units = units;
        this.removed = removed;
        this.cuts = new Cuts(job.span().source());
        this.scriptCuts = new ScriptCuts(script, units, removed, cuts);
        compare();
    }

    /**
     * The lines of the copy; empty if the script is written in a way that this cannot take apart.
     *
     * @param inherits whether a keyword that is left out would be inherited from elsewhere
     */
    static Optional<List<String>> of(Job job, String name, boolean inherits, List<Unit> units, Set<Unit> removed) {
        if (!(job.entry().value() instanceof YamlMap body)) {
            return Optional.empty();
        }
        return new JobCopy(job, body, inherits, units, removed).write(name);
    }

    private Optional<List<String>> write(String name) {
        Span key = job.entry().key().span();
        cuts.replace(key.start(), key.end(), JobNames.asKey(key.text(), name));
        boolean written = isGone("script")
                ? beforeScriptAlone()
                : isGone("before_script")
                        ? leaveOut("before_script") && keyword("script")
                        : keyword("before_script") && keyword("script");
        Span whole = job.span();
        return written
                ? Optional.of(withoutBlankEnd(cuts.lines(whole.startLine(), whole.endLine())))
                : Optional.empty();
    }

    private static List<String> withoutBlankEnd(List<String> lines) {
        int size = lines.size();
        while (lines.get(size - 1).isBlank()) {
            size--;
        }
        return lines.subList(0, size);
    }

    /** A job needs a script: where all that is left stands in {@code before_script}, that becomes the script. */
    private boolean beforeScriptAlone() {
        if (!keyword("before_script") || !leaveOut("script")) {
            return false;
        }
        ownEntry("before_script")
                .ifPresent(entry -> cuts.replace(
                        entry.key().span().start(), entry.key().span().end(), "script"));
        return true;
    }

    /** Leaves out a keyword with its value, if nothing would be inherited in its place. */
    private boolean leaveOut(String keyword) {
        Optional<YamlMap.Entry> entry = ownEntry(keyword).filter(_ -> !inherits);
        entry.ifPresent(own -> {
            Span span = own.key().span().to(own.value().span());
            int first = span.startLine();
            while (span.source().line(first - 1).stripLeading().startsWith("#")) {
                first--;
            }
            cuts.removeLines(first, span.endLine());
        });
        return entry.isPresent();
    }

    private Optional<YamlMap.Entry> ownEntry(String keyword) {
        return Optional.ofNullable(body.effective().get(keyword))
                .filter(entry -> isInJob(entry.key()) && isInJob(entry.value()));
    }

    private boolean isGone(String keyword) {
        List<Integer> items = items(keyword);
        return !items.isEmpty() && items.stream().allMatch(this::isGone);
    }

    private List<Integer> items(String keyword) {
        return IntStream.range(0, script.items().size())
                .filter(item -> script.items().get(item).keyword().equals(keyword))
                .boxed()
                .toList();
    }

    private boolean keyword(String keyword) {
        List<Integer> items = items(keyword);
        if (items.stream().allMatch(this::isWhole)) {
            return true;
        }
        YamlNode value = body.get(keyword).orElse(null);
        if (value == null || !isInJob(value)) {
            return false;
        }
        return switch (value) {
            case YamlScalar _ -> cutInside(items.getFirst());
            case YamlList list ->
                items.stream()
                        .allMatch(item -> entry(list, script.items().get(item).written(), item));
            case YamlAlias alias -> inline(alias, items);
            default -> false;
        };
    }

    /** Leaves an entry of the job's list as it is, leaves it out, or cuts inside it; an alias may stand for several. */
    private boolean entry(YamlList list, YamlNode written, int item) {
        boolean gone = !keptEntries.contains(written.span());
        return isWhole(item)
                || (gone ? new ItemCuts(list, cuts).cut(written) : written instanceof YamlScalar && cutInside(item));
    }

    private boolean cutInside(int item) {
        scriptCuts.cut(item);
        return !isGone(item);
    }

    /** Writes out what an alias stands for, so that the copies can differ in it. */
    private boolean inline(YamlAlias alias, List<Integer> items) {
        Source source = alias.span().source();
        String rest = source.text()
                .substring(alias.span().end(), source.lineEnd(alias.span().endLine()));
        boolean flat = rest.isBlank()
                && alias.target() instanceof YamlList list
                && isOnOwnLines(list)
                && items.stream().allMatch(item -> inlinedEntry(list, item));
        if (!flat) {
            return false;
        }
        Span target = alias.target().span();
        int keyIndent = indent(source.line(alias.span().startLine()));
        int itemIndent = indent(source.line(firstItem(alias).startLine()));
        var text = new StringBuilder();
        int first = firstItem(alias).startLine();
        while (source.line(first - 1).stripLeading().startsWith("#")) {
            first--;
        }
        for (String line : cuts.lines(first, target.endLine())) {
            text.append('\n')
                    .append(line.isBlank() ? "" : " ".repeat(keyIndent + 2))
                    .append(line.substring(Math.min(itemIndent, indent(line))));
        }
        int colon = source.text().lastIndexOf(':', alias.span().start());
        cuts.replace(colon + 1, alias.span().end(), text.toString());
        return true;
    }

    private static boolean isOnOwnLines(YamlList list) {
        Span span = list.span();
        String text = span.source().text();
        return text.startsWith("-", span.start())
                && text.substring(span.source().lineStart(span.startLine()), span.start())
                        .isBlank();
    }

    private boolean inlinedEntry(YamlList list, int item) {
        YamlScalar scalar = script.items().get(item).scalar();
        return list.items().contains(scalar)
                && (isWhole(item) || (isGone(item) ? new ItemCuts(list, cuts).cut(scalar) : cutInside(item)));
    }

    private static Span firstItem(YamlAlias alias) {
        return ((YamlList) alias.target()).items().getFirst().span();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private boolean isInJob(YamlNode node) {
        Span whole = job.span();
        return node.span().source() == whole.source()
                && node.span().start() >= whole.start()
                && node.span().end() <= whole.end();
    }

    private boolean isWhole(int item) {
        return !touched.get(item);
    }

    private boolean isGone(int item) {
        return touched.get(item) && !kept.get(item);
    }

    /** Notes for each entry whether a part of it is left out, and whether one stays. */
    private void compare() {
        List<Integer> starts = script.starts();
        int item = 0;
        for (Unit unit : units) {
            while (item + 1 < starts.size() && starts.get(item + 1) <= unit.start()) {
                item++;
            }
            for (int at = item; at < starts.size() && starts.get(at) < unit.end(); at++) {
                (removed.contains(unit) ? touched : kept).set(at);
            }
        }
        for (int at = 0; at < starts.size(); at++) {
            if (!isGone(at)) {
                keptEntries.add(script.items().get(at).written().span());
            }
        }
    }
}
