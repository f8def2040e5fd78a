package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedMapTest {

    /** Names of which many share their hash, or most of its bits. */
    private static String name(Random random) {
        return random.nextBoolean()
                ? (random.nextBoolean() ? "Aa" : "BB").repeat(1 + random.nextInt(3))
                : "v" + random.nextInt(300);
    }

    @Test
    void doesWhatAHashMapDoes() {
        var random = new Random(5);
        SharedMap<Integer> shared = SharedMap.empty();
        Map<String, Integer> plain = new HashMap<>();
        SharedMap<Integer> before = shared;
        Map<String, Integer> plainBefore = Map.of();
        for (int i = 0; i < 20_000; i++) {
            String name = name(random);
            if (random.nextInt(3) == 0) {
                shared = shared.minus(name);
                plain.remove(name);
            } else {
                int value = random.nextInt(3);
                shared = shared.plus(name, value);
                plain.put(name, value);
            }
            if (i % 500 == 0) {
                assertThat(asMap(shared)).isEqualTo(plain);
                assertThat(asMap(before)).isEqualTo(plainBefore);
                assertThat(differences(shared, before)).isEqualTo(differences(plain, plainBefore));
                assertThat(asMap(shared.common(before))).isEqualTo(common(plain, plainBefore));
                var both = new HashMap<>(plainBefore);
                both.putAll(plain);
                assertThat(asMap(before.plusAll(shared))).isEqualTo(both);
                assertThat(made(plain, random)).isEqualTo(shared).hasSameHashCodeAs(shared);
                assertThat(shared.equals(before)).isEqualTo(plain.equals(plainBefore));
                before = shared;
                plainBefore = Map.copyOf(plain);
            }
        }
    }

    private static Map<String, Integer> asMap(SharedMap<Integer> map) {
        var all = new HashMap<String, Integer>();
        map.forEach(all::put);
        all.forEach((name, value) -> assertThat(map.get(name)).isEqualTo(value));
        return all;
    }

    private static HashSet<String> differences(SharedMap<Integer> one, SharedMap<Integer> two) {
        var names = new HashSet<String>();
        one.differences(two, name -> assertThat(names.add(name)).isTrue());
        return names;
    }

    private static HashSet<String> differences(Map<String, Integer> one, Map<String, Integer> two) {
        var names = new HashSet<>(one.keySet());
        names.addAll(two.keySet());
        names.removeIf(name -> java.util.Objects.equals(one.get(name), two.get(name)));
        return names;
    }

    private static Map<String, Integer> common(Map<String, Integer> one, Map<String, Integer> two) {
        var common = new HashMap<>(one);
        common.entrySet().retainAll(two.entrySet());
        return common;
    }

    /** The same map, with names that came and went on the way. */
    private static SharedMap<Integer> made(Map<String, Integer> plain, Random random) {
        SharedMap<Integer> made = SharedMap.empty();
        for (Map.Entry<String, Integer> entry : plain.entrySet()) {
            String passing = "w" + random.nextInt(1000);
            made = made.plus(passing, 9).plus(entry.getKey(), entry.getValue()).minus(passing);
        }
        return made;
    }
}
