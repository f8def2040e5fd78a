package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code find … -delete} and {@code find … -exec rm}.
 *
 * @param roots the directories to search, as the names along their paths
 * @param expression what it does with each file
 */
record FindCommand(List<List<String>> roots, FindExpression expression) implements Removal {

    static Removal of(List<Field> arguments) {
        var words = new ArrayList<String>();
        for (Field argument : arguments) {
            Optional<String> word = argument.known();
            if (word.isEmpty()) {
                return unread(arguments);
            }
            words.add(word.get());
        }
        if (words.stream().noneMatch(word -> word.equals("-delete") || word.matches("(.*/)?rm"))) {
            return new Nothing();
        }
        int start = 0;
        while (start < words.size() && !words.get(start).matches("[-(!].*")) {
            start++;
        }
        List<List<String>> roots = words.subList(0, start).stream()
                .filter(root -> root.startsWith("/"))
                .map(PathPattern::parts)
                .toList();
        return FindExpression.parse(words.subList(start, words.size()))
                .<Removal>map(expression -> new FindCommand(roots, expression))
                .orElseGet(() -> unread(arguments));
    }

    /** A search for files that is not understood: it may find kaniko's. */
    private static Removal unread(List<Field> arguments) {
        boolean removes = arguments.stream()
                .map(argument -> argument.known().orElse(""))
                .anyMatch(word -> word.equals("-delete") || word.matches("(.*/)?rm"));
        return removes ? new Unclear() : new Nothing();
    }

    @Override
    public boolean removes(String path) {
        List<String> parts = PathPattern.parts(path);
        return roots.stream()
                .filter(root -> parts.size() >= root.size()
                        && parts.subList(0, root.size()).equals(root))
                .anyMatch(root -> expression.removes(parts, root.size()));
    }
}
