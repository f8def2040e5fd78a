package io.kanilint.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the commands that a straight script repeats for each of its builds. */
final class RunGroups {
    private RunGroups() {}

    /**
     * Every way in which the units from one on are groups of the same number of units with a build each, those with more
     * commands before the build first. Units above the groups prepare, units below them follow.
     */
    static List<List<List<Unit>>> of(List<Unit> units) {
        int[] builds = IntStream.range(0, units.size())
                .filter(i -> units.get(i).build().isPresent())
                .toArray();
        int size = builds.length < 2 ? 0 : builds[1] - builds[0];
        for (int i = 1; i < builds.length; i++) {
            if (builds[i] - builds[i - 1] != size) {
                return List.of();
            }
        }
        var all = new ArrayList<List<List<Unit>>>();
        for (int before = size - 1; before >= 0; before--) {
            int start = builds[0] - before;
            if (start >= 0 && start + size * builds.length <= units.size()) {
                all.add(IntStream.range(0, builds.length)
                        .mapToObj(i -> units.subList(start + i * size, start + (i + 1) * size))
                        .toList());
            }
        }
        return all;
    }
}
