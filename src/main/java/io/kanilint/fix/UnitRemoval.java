package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Script;
import io.kanilint.pipeline.ScriptItem;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes units out of a job's script where it is written. */
final class UnitRemoval {
    private final Job job;
    private final Script script;
    private final List<Unit> units;
    private final Set<Unit> removed;
    private final JobCuts cuts;
    private final BitSet touched = new BitSet();
    private final BitSet kept = new BitSet();

    UnitRemoval(Job job, List<Unit> units, Set<Unit> removed, JobCuts cuts) {
        this.job = job;
        this.script = job.script();
        this.units = units;
        this.removed = removed;
        this.cuts = cuts;
    }

    /** Cuts them; false if the script is written in a way that does not allow it, or nothing of a keyword would be left. */
    boolean cut() {
        var places = new ScriptPlaces(script);
        for (Unit unit : units) {
            int last = places.itemAt(Math.max(unit.start(), unit.end() - 1));
            (removed.contains(unit) ? touched : kept).set(places.itemAt(unit.start()), last + 1);
        }
        Set<String> left = new HashSet<>();
        for (int i = 0; i < script.items().size(); i++) {
            if (!isGone(i)) {
                left.add(script.items().get(i).keyword());
            }
        }
        boolean done = script.items().stream().map(ScriptItem::keyword).allMatch(left::contains);
        for (int i = 0; done && i < script.items().size(); i++) {
            done = !touched.get(i) || cut(i);
        }
        return done;
    }

    private boolean isGone(int item) {
        return touched.get(item) && !kept.get(item);
    }

    private boolean cut(int item) {
        YamlScalar scalar = script.items().get(item).scalar();
        Cuts here = cuts.at(scalar.span());
        if (!isGone(item)) {
            new ScriptCuts(script, units, removed, here).cut(item);
            return true;
        }
        return Optional.ofNullable(job.keywords().get(script.items().get(item).keyword()))
                .flatMap(value -> listOf(value, scalar))
                .map(list -> new ItemCuts(list, here).cut(scalar))
                .orElse(false);
    }

    /** The list as written that a text is an entry of. */
    private static Optional<YamlList> listOf(YamlNode value, YamlScalar scalar) {
        if (!(value.target() instanceof YamlList list)) {
            return Optional.empty();
        }
        boolean own = list.items().contains(scalar)
                && list.span().source() == scalar.span().source()
                && list.span().start() <= scalar.span().start()
                && list.span().end() >= scalar.span().end();
        return own
                ? Optional.of(list)
                : list.items().stream()
                        .flatMap(item -> listOf(item, scalar).stream())
                        .findFirst();
    }
}
