package io.kanilint.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A generated script that can still be taken apart.
 *
 * @param rest everything but the scripts, which are empty in it
 */
record OracleScript(List<Block> items, Map<String, Block> files, OracleCase rest) {

    OracleScript {
        items = List.copyOf(items);
        files = Map.copyOf(files);
    }

    OracleCase written() {
        var texts = new TreeMap<String, String>();
        files.forEach((path, block) -> texts.put(path, block.text() + "\n"));
        return new OracleCase(
                items.stream().map(Block::text).toList(),
                texts,
                rest.known(),
                rest.trials(),
                rest.closed(),
                rest.bash(),
                rest.errexit(),
                rest.pipefail(),
                rest.plan(),
                rest.exact());
    }

    /** The same with less in it. */
    List<OracleScript> smaller() {
        var all = new ArrayList<OracleScript>();
        for (int i = 0; i < items.size(); i++) {
            for (Block less : items.get(i).smaller()) {
                var changed = new ArrayList<>(items);
                changed.set(i, less);
                all.add(new OracleScript(changed, files, rest));
            }
        }
        if (items.size() > 1) {
            var joined = new ArrayList<Statement>();
            items.forEach(item -> joined.addAll(item.statements()));
            all.add(new OracleScript(List.of(new Block(joined)), files, rest));
        }
        files.forEach((path, block) -> {
            for (Block less : block.smaller()) {
                var changed = new HashMap<>(files);
                changed.put(path, less);
                all.add(new OracleScript(items, changed, rest));
            }
        });
        return all;
    }
}
