package io.kanilint.fix;

import io.kanilint.pipeline.Script;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A job written again under another name with a part of its script: the author's own lines, less what is left out. */
final class JobCopy {
    private static final String BEFORE = "before_script";
    private static final String SCRIPT = "script";
    private static final Pattern ANCHOR = Pattern.compile("(?<=:) *&[^\\s,\\[\\]{}]+");

    private final JobBody body;
    private final Script script;
    private final List<Unit> units;
    private final Set<Unit> removed;
    private final Optional<Ending> ending;
    private final BitSet touched = new BitSet();
    private final BitSet kept = new BitSet();
    private final Set<Span> keptEntries = new HashSet<>();
    private final boolean inherits;
    private final Cuts cuts;
    /** Keywords that are written anew, in lines without what stands before the keyword. */
    private final Map<String, List<String>> fresh = new LinkedHashMap<>();

    /**
     * A copy.
     *
     * @param inherits whether a keyword that is left out would be inherited from elsewhere
     */
    JobCopy(JobBody body, boolean inherits, List<Unit> units, Set<Unit> removed) {
        this.body = body;
        this.inherits = inherits;
        this.script = body.job().script();
        this.units = units;
        this.removed = removed;
        this.ending = Ending.of(
                units, units.stream().filter(unit -> !removed.contains(unit)).toList(), script);
        this.cuts = new Cuts(body.source());
        compare();
    }

    /** Which keywords are not what they were. */
    Set<String> altered() {
        var keywords = new TreeSet<String>();
        touched.stream().forEach(item -> keywords.add(script.items().get(item).keyword()));
        return keywords;
    }

    /** The lines of the copy; empty if the script is written in a way that this cannot take apart. */
    Optional<List<String>> whole(String name) {
        Span key = body.job().entry().key().span();
        cuts.replace(key.start(), key.end(), JobNames.asKey(key.text(), name));
        if (!cutScripts(inherits)) {
            return Optional.empty();
        }
        var added = new ArrayList<String>();
        for (var keyword : fresh.entrySet()) {
            List<String> lines = indented(keyword.getValue());
            Optional<YamlMap.Entry> entry = body.entry(keyword.getKey());
            if (entry.isPresent()) {
                Span span = JobBody.span(entry.get());
                cuts.replace(span.start(), span.end(), String.join("\n", lines).stripLeading());
            } else {
                added.addAll(lines);
            }
        }
        Span whole = body.job().span();
        var lines = new ArrayList<>(withoutBlankEnd(cuts.lines(whole.startLine(), whole.endLine())));
        lines.addAll(added);
        return Optional.of(lines);
    }

    /**
     * The lines of a job that is made of a template.
     *
     * @param altered the keywords that it writes itself
     * @param overrides whether the template has them as well
     */
    Optional<List<String>> small(String name, String template, Set<String> altered, boolean overrides) {
        if (!cutScripts(inherits || overrides)) {
            return Optional.empty();
        }
        String key = body.job().entry().key().span().text();
        var lines = new ArrayList<String>();
        lines.add(JobNames.asKey(key, name) + ":");
        lines.add(body.indent() + "extends: " + YamlText.of(template));
        var written = new TreeSet<>(altered);
        written.addAll(fresh.keySet());
        for (String keyword : written) {
            if (fresh.containsKey(keyword)) {
                lines.addAll(indented(fresh.get(keyword)));
            } else {
                body.entry(keyword)
                        .map(entry -> cuts.lines(
                                body.firstLine(entry), JobBody.span(entry).endLine()))
                        .ifPresent(own -> lines.addAll(withoutBlankEnd(own)));
            }
        }
        return Optional.of(lines);
    }

    private List<String> indented(List<String> lines) {
        return lines.stream()
                .map(line -> line.isEmpty() ? line : body.indent() + line)
                .toList();
    }

    static List<String> withoutBlankEnd(List<String> lines) {
        int size = lines.size();
        while (size > 0 && lines.get(size - 1).isBlank()) {
            size--;
        }
        return lines.subList(0, size);
    }

    /** Leaves out what is left out; a job needs a script, so all that is left in {@code before_script} becomes it. */
    private boolean cutScripts(boolean inherited) {
        Stream.of(BEFORE, SCRIPT)
                .flatMap(keyword -> body.entry(keyword).stream())
                .forEach(this::cutAnchor);
        if (isGone(SCRIPT)) {
            boolean own = body.entry(BEFORE).isPresent() && !inherited;
            return own ? keyword(BEFORE) && leaveOut(SCRIPT, false) && becomesScript() : movesToScript();
        }
        return (isGone(BEFORE) ? leaveOut(BEFORE, inherited) : keyword(BEFORE)) && keyword(SCRIPT);
    }

    /** The same anchor in several copies would stand for the last of them. */
    private void cutAnchor(YamlMap.Entry entry) {
        int start = entry.key().span().end();
        Matcher anchor = ANCHOR.matcher(
                body.source().text().substring(start, entry.value().span().start()));
        if (anchor.find() && !body.uses(entry.value())) {
            cuts.replace(start + anchor.start(), start + anchor.end(), "");
        }
    }

    /** What would be inherited again if it had only another name. */
    private boolean movesToScript() {
        boolean moved = writeOut(SCRIPT, items(BEFORE));
        fresh.put(BEFORE, List.of(BEFORE + ": []"));
        return moved;
    }

    private boolean becomesScript() {
        Optional<YamlMap.Entry> entry = body.entry(BEFORE);
        if (entry.isEmpty() || fresh.containsKey(BEFORE)) {
            return false;
        }
        Span key = entry.get().key().span();
        cuts.replace(key.start(), key.end(), SCRIPT);
        return true;
    }

    /**
     * Leaves out a keyword with its value.
     *
     * @param inherited whether another value may come in its place, so that it must be written as nothing
     */
    private boolean leaveOut(String keyword, boolean inherited) {
        if (inherited) {
            fresh.put(keyword, List.of(keyword + ": []"));
            return body.isBlock();
        }
        Optional<YamlMap.Entry> entry = body.entry(keyword);
        entry.ifPresent(
                own -> cuts.removeLines(body.firstLine(own), JobBody.span(own).endLine()));
        return entry.isPresent();
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
        if (items.stream().noneMatch(touched::get)) {
            return true;
        }
        Optional<YamlNode> value = body.entry(keyword).map(YamlMap.Entry::value);
        boolean cut = switch (value.orElse(null)) {
            case YamlScalar _ -> cutInside(items.getFirst());
            case YamlList list
            when items.stream()
                    .filter(touched::get)
                    .allMatch(item ->
                            list.items().contains(script.items().get(item).scalar()) || isGoneWithEntry(item)) ->
                items.stream()
                        .allMatch(item -> entry(list, script.items().get(item).written(), item));
            case null, default -> false;
        };
        return cut || writeOut(keyword, items);
    }

    /** Whether an alias or reference in the list stands for nothing that stays. */
    private boolean isGoneWithEntry(int item) {
        return !keptEntries.contains(script.items().get(item).written().span());
    }

    private boolean writeOut(String keyword, List<Integer> items) {
        Optional<List<String>> lines = body.isBlock()
                ? new WrittenScript(script, units, removed, ending)
                        .lines(
                                keyword,
                                items.stream().filter(item -> !isGone(item)).toList(),
                                touched::get,
                                body.source())
                : Optional.empty();
        lines.ifPresent(written -> fresh.put(keyword, written));
        return lines.isPresent();
    }

    /** Leaves an entry of the job's list as it is, leaves it out, or cuts inside it; an alias may stand for several. */
    private boolean entry(YamlList list, YamlNode written, int item) {
        return !touched.get(item)
                || (isGoneWithEntry(item)
                        ? new ItemCuts(list, cuts).cut(written)
                        : written instanceof YamlScalar && cutInside(item));
    }

    private boolean cutInside(int item) {
        new ScriptCuts(script, units, removed, cuts, ending).cut(item);
        return !isGone(item);
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
        ending.ifPresent(line -> touched.set(new ScriptPlaces(script).itemAt(line.start())));
        for (int at = 0; at < starts.size(); at++) {
            if (!isGone(at)) {
                keptEntries.add(script.items().get(at).written().span());
            }
        }
    }
}
