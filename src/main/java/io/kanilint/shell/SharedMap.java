package io.kanilint.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that never changes and shares most of itself with the maps made from it: a hash trie. Setting a name costs the same
 * in a map of ten and of ten thousand; two maps of one origin are compared by looking only at where they differ, which is
 * what makes thousands of ways through a script affordable.
 *
 * @param <V> compared by {@code equals}
 */
final class SharedMap<V> {
    private static final int BITS = 5;
    private static final SharedMap<?> EMPTY = new SharedMap<>(null);

    /** Leaves lie as high as the bits of their hashes allow, so that equal maps have equal shapes. */
    private sealed interface Node<V> {}

    /** Names of one hash; nearly always one. In the order of the names. */
    private record Leaf<V>(int hash, List<Entry<V>> entries) implements Node<V> {}

    private record Entry<V>(String name, V value) {}

    private static final class Branch<V> implements Node<V> {
        private final @Nullable Node<V>[] children;

        Branch(@Nullable Node<V>[] children) {
            this.children = children;
        }
    }

    private final @Nullable Node<V> root;

    private SharedMap(@Nullable Node<V> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked") // an empty map holds no value of any type
    static <V> SharedMap<V> empty() {
        return (SharedMap<V>) EMPTY;
    }

    boolean isEmpty() {
        return root == null;
    }

    @Nullable
    V get(String name) {
        int hash = hash(name);
        Node<V> node = root;
        int shift = 0;
        while (node instanceof Branch<V> branch) {
            node = branch.children[index(hash, shift)];
            shift += BITS;
        }
        if (node instanceof Leaf<V> leaf && leaf.hash == hash) {
            for (Entry<V> entry : leaf.entries) {
                if (entry.name.equals(name)) {
                    return entry.value;
                }
            }
        }
        return null;
    }

    boolean contains(String name) {
        return get(name) != null;
    }

    SharedMap<V> plus(String name, V value) {
        return value.equals(get(name)) ? this : new SharedMap<>(changed(root, 0, hash(name), name, value));
    }

    SharedMap<V> minus(String name) {
        return contains(name) ? new SharedMap<>(changed(root, 0, hash(name), name, null)) : this;
    }

    SharedMap<V> plusAll(SharedMap<V> other) {
        var all = new ArrayList<SharedMap<V>>(List.of(this));
        other.forEach((name, value) -> all.set(0, all.getFirst().plus(name, value)));
        return all.getFirst();
    }

    /** The map without the names that another gives another value, or none. */
    SharedMap<V> common(SharedMap<V> other) {
        var all = new ArrayList<SharedMap<V>>(List.of(this));
        differences(other, name -> all.set(0, all.getFirst().minus(name)));
        return all.getFirst();
    }

    Set<String> names() {
        var names = new HashSet<String>();
        forEach((name, _) -> names.add(name));
        return names;
    }

    void forEach(BiConsumer<String, V> action) {
        forEach(root, action);
    }

    private static <V> void forEach(@Nullable Node<V> node, BiConsumer<String, V> action) {
        switch (node) {
            case null -> {}
            case Leaf<V> leaf -> leaf.entries.forEach(entry -> action.accept(entry.name, entry.value));
            case Branch<V> branch -> {
                for (Node<V> child : branch.children) {
                    forEach(child, action);
                }
            }
        }
    }

    /** Tells the names that have another value in another map, or are in one of the two only. */
    void differences(SharedMap<V> other, Consumer<String> action) {
        differences(root, other.root, action);
    }

    @SuppressWarnings("ReferenceEquality") // what two maps share is the same object
    private static <V> void differences(@Nullable Node<V> one, @Nullable Node<V> two, Consumer<String> action) {
        if (one == two) {
            return;
        }
        if (one instanceof Branch<V> first && two instanceof Branch<V> second) {
            for (int i = 0; i < first.children.length; i++) {
                differences(first.children[i], second.children[i], action);
            }
            return;
        }
        var here = new SharedMap<>(one);
        var there = new SharedMap<>(two);
        // A leaf may lie higher in one of the two: look its names up by walking, not by their hashes.
        here.forEach((name, value) -> {
            if (!value.equals(there.search(name))) {
                action.accept(name);
            }
        });
        there.forEach((name, _) -> {
            if (here.search(name) == null) {
                action.accept(name);
            }
        });
    }

    private @Nullable V search(String name) {
        var found = new ArrayList<V>();
        forEach((each, value) -> {
            if (each.equals(name)) {
                found.add(value);
            }
        });
        return found.isEmpty() ? null : found.getFirst();
    }

    private static <V> @Nullable Node<V> changed(
            @Nullable Node<V> node, int shift, int hash, String name, @Nullable V value) {
        return switch (node) {
            case null -> value == null ? null : new Leaf<>(hash, List.of(new Entry<>(name, value)));
            case Leaf<V> leaf when leaf.hash == hash -> changed(leaf, name, value);
            case Leaf<V> leaf -> changed(parted(leaf, shift), shift, hash, name, value);
            case Branch<V> branch -> {
                @Nullable Node<V>[] children = branch.children.clone();
                int index = index(hash, shift);
                children[index] = changed(children[index], shift + BITS, hash, name, value);
                yield lifted(children);
            }
        };
    }

    private static <V> @Nullable Leaf<V> changed(Leaf<V> leaf, String name, @Nullable V value) {
        var entries = new ArrayList<>(leaf.entries);
        entries.removeIf(entry -> entry.name.equals(name));
        if (value != null) {
            entries.add(new Entry<>(name, value));
            entries.sort((a, b) -> a.name.compareTo(b.name));
        }
        return entries.isEmpty() ? null : new Leaf<>(leaf.hash, List.copyOf(entries));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
    private static <V> Branch<V> parted(Leaf<V> leaf, int shift) {
        @Nullable Node<V>[] children = new Node[1 << BITS];
        children[index(leaf.hash, shift)] = leaf;
        return new Branch<>(children);
    }

    /** A branch with nothing but one leaf is that leaf. */
    private static <V> @Nullable Node<V> lifted(@Nullable Node<V>[] children) {
        Node<V> only = null;
        for (Node<V> child : children) {
            if (child != null && (only != null || child instanceof Branch<V>)) {
                return new Branch<>(children);
            }
            only = child == null ? only : child;
        }
        return only;
    }

    private static int index(int hash, int shift) {
        return (hash >>> shift) & ((1 << BITS) - 1);
    }

    private static int hash(String name) {
        int hash = name.hashCode();
        return hash ^ (hash >>> 16);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof SharedMap<?> map)) {
            return false;
        }
        return equal(root, map.root);
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private static boolean equal(@Nullable Node<?> one, @Nullable Node<?> two) {
        if (one == two) {
            return true;
        }
        if (one instanceof Branch<?> first && two instanceof Branch<?> second) {
            for (int i = 0; i < first.children.length; i++) {
                if (!equal(first.children[i], second.children[i])) {
                    return false;
                }
            }
            return true;
        }
        return one instanceof Leaf<?> && one.equals(two);
    }

    /** Of the shape alone; it is not used where speed counts. */
    @Override
    public int hashCode() {
        var sum = new int[1];
        forEach((name, value) -> sum[0] += name.hashCode() ^ value.hashCode());
        return sum[0];
    }
}
