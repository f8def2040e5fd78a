package io.kanilint.shell;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a way so far. Ways that begin alike share their beginning, so that a step more costs the same however
 * long the way is.
 */
final class Trail {
    static final Trail EMPTY = new Trail(null, null, 0, 0);

    private final @Nullable Trail before;
    private final @Nullable Element last;
    private final int size;
    private final int hash;

    private Trail(@Nullable Trail before, @Nullable Element last, int size, int hash) {
        this.before = before;
        this.last = last;
        this.size = size;
        this.hash = hash;
    }

    Trail add(Element element) {
        return new Trail(this, element, size + 1, hash * 31 + hash(element));
    }

    Trail addAll(List<Element> elements) {
        Trail trail = this;
        for (Element element : elements) {
            trail = trail.add(element);
        }
        return trail;
    }

    /** Cheap where most steps differ in their place; a hash over all words was most of the time spent. */
    private static int hash(Element element) {
        return switch (element) {
            case Call call -> call.site().start() * 2 + (call.failed() ? 1 : 0);
            case Repeated loop -> loop.rounds().size();
        };
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    List<Element> toList() {
        return since(0);
    }

    /** The steps after the first ones. */
    List<Element> since(int count) {
        var elements = new ArrayDeque<Element>();
        Trail trail = this;
        while (trail.size > count && trail.last != null && trail.before != null) {
            elements.addFirst(trail.last);
            trail = trail.before;
        }
        return List.copyOf(elements);
    }

    /** The first steps. */
    Trail until(int count) {
        Trail trail = this;
        while (trail.size > count && trail.before != null) {
            trail = trail.before;
        }
        return trail;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Trail)) {
            return false;
        }
        Trail one = this;
        Trail two = (Trail) other;
        while (one != two) {
            if (one == null || two == null || one.size != two.size || one.hash != two.hash) {
                return false;
            }
            if (one.last != null && !one.last.equals(two.last)) {
                return false;
            }
            one = one.before;
            two = two.before;
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
