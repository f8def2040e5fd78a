package io.kanilint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.Source;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Every character of a scalar knows where it was written, whatever the style, the line breaks and the surroundings. */
class ScalarPlacesPropertyTest {
    private static final List<String> HEADS =
            List.of("", "", "\uFEFF", "# 😀 first\n", "---\n", "😀: 1\n", "\uFEFFk: v\n");
    private static final List<String> KEYS =
            List.of("", "k: ", "- ", "- - ", "k:\n  - ", "a:\n  b:\n    c: ", "- k: ", "? ");
    private static final List<String> PROPERTIES = List.of(
            "", "", "", "&a ", "!!str ", "!t &a ", "&a\n      ", "!!str # why\n      ", "&a  # 😀\n\n      !t ");
    private static final List<String> TAILS =
            List.of("", "", "\n", "\nnext: x\n", "\n# end\n", "\n  # end\n", "\n\n\n", "  # end\n");

    @Property(tries = 10000)
    void everyCharacterOfAScalarKnowsItsPlace(@ForAll Random dice) {
        String text = document(dice);
        List<String> expected = valuesAsSnakeYamlReadsThem(text);
        Assume.that(expected != null);

        YamlFile file = YamlReader.read(new Source("any.yml", text), YamlLimits.DEFAULT);

        assertThat(Nodes.scalars(file)).as(text).extracting(YamlScalar::value).isEqualTo(expected);
        Nodes.scalars(file).forEach(PlaceCheck::check);
    }

    private static String document(Random dice) {
        var scalars = new RandomScalars(dice);
        String head = scalars.pick(HEADS);
        String key = head.endsWith("1\n") || head.endsWith("v\n") ? "k: " : scalars.pick(KEYS);
        int indent = key.substring(key.lastIndexOf('\n') + 1)
                .replaceAll("[^- ].*", "")
                .length();
        return head
                + key
                + scalars.pick(PROPERTIES)
                + scalars.any(indent + (key.isEmpty() ? 0 : 1))
                + scalars.pick(TAILS);
    }

    /** Null for what is not YAML. */
    private static List<String> valuesAsSnakeYamlReadsThem(String text) {
        try {
            var events = new Yaml().parse(new StringReader(text));
            return StreamSupport.stream(events.spliterator(), false)
                    .filter(ScalarEvent.class::isInstance)
                    .map(event -> ((ScalarEvent) event).getValue())
                    .toList();
        } catch (YAMLException e) {
            return null;
        }
    }
}
