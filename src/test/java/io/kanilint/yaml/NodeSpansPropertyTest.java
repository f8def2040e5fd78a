package io.kanilint.yaml;

import io.kanilint.text.Source;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every node lies inside its parent, collections end with their last node, and what is written there says the same again. */
class NodeSpansPropertyTest {

    @Property(tries = 3000)
    void nodesLieWhereTheyWereWritten(@ForAll Random dice) {
        String text = new RandomDocuments(dice).write();
        YamlFile file = null;
        try {
            file = YamlReader.read(new Source("any.yml", text), YamlLimits.DEFAULT);
        } catch (YamlException _) {
            Assume.that(false);
        }

        SpanCheck.check(file);
        Nodes.scalars(file).forEach(PlaceCheck::check);
    }
}
