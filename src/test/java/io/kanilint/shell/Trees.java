package io.kanilint.shell;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds things in a syntax tree. */
final class Trees {
    private final List<Object> found = new ArrayList<>();
    private final boolean hereDocuments;

    private Trees(boolean hereDocuments) {
        this.hereDocuments = hereDocuments;
    }

    /** All nodes of the tree, outer ones before inner ones. */
    static List<Object> nodes(Object tree) {
        return nodes(tree, true);
    }

    static List<Object> nodes(Object tree, boolean hereDocuments) {
        var trees = new Trees(hereDocuments);
        trees.visit(tree);
        return trees.found;
    }

    static <T> List<T> all(Class<T> type, Object tree) {
        return nodes(tree).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Whether all was read and nothing is left open; what stands in here-documents is none of the parser's cares. */
    static boolean isSound(Object tree) {
        return nodes(tree, false).stream().noneMatch(Command.Unreadable.class::isInstance);
    }

    private void visit(Object node) {
        switch (node) {
            case Collection<?> list -> list.forEach(this::visit);
            case Optional<?> optional -> optional.ifPresent(this::visit);
            case HereDocument document when hereDocuments -> visit(document.body());
            case Record record -> {
                found.add(record);
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    try {
                        component.getAccessor().setAccessible(true);
                        Object value = component.getAccessor().invoke(record);
                        if (value != null) {
                            visit(value);
                        }
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
            }
            default -> {}
        }
    }
}
