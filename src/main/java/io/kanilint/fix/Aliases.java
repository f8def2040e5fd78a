package io.kanilint.fix;

import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.stream.Stream;

/** The aliases that are written in a node, each as often as it is written. */
final class Aliases {
    private Aliases() {}

    static Stream<YamlAlias> in(YamlNode node) {
        return switch (node) {
            case YamlAlias alias -> Stream.of(alias);
            case YamlMap map ->
                map.entries().stream().flatMap(entry -> Stream.concat(in(entry.key()), in(entry.value())));
            case YamlList list -> list.items().stream().flatMap(Aliases::in);
            case YamlScalar _, YamlReference _ -> Stream.empty();
        };
    }
}
