package io.kanilint.kaniko;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tests and actions of {@code find}: those that people use to delete files. */
final class FindExpression {
    /** In words: nesting costs stack. */
    private static final int LONGEST = 200;

    private final List<String> words;
    private int at;
    private boolean understood = true;
    private int least;
    private int most = Integer.MAX_VALUE;
    private Predicate<Entry> tests = _ -> true;

    private FindExpression(List<String> words) {
        this.words = words;
    }

    /** A file or directory that is visited. */
    private static final class Entry {
        final List<String> path;
        /** Whether it is the file in question, not a directory above it. */
        final boolean file;

        boolean removed;

        Entry(List<String> path, boolean file) {
            this.path = path;
            this.file = file;
        }

        String joined() {
            return "/" + String.join("/", path);
        }
    }

    /** Empty if there is something in it that is not understood here, or too much of it. */
    static Optional<FindExpression> parse(List<String> words) {
        if (words.size() > LONGEST) {
            return Optional.empty();
        }
        var expression = new FindExpression(words);
        if (!words.isEmpty()) {
            expression.tests = expression.either();
        }
        return expression.understood && expression.at == words.size() ? Optional.of(expression) : Optional.empty();
    }

    /** Whether a file is deleted, by itself or with a directory above it, by a search that starts so deep. */
    boolean removes(List<String> file, int depth) {
        for (int length = depth; length <= file.size(); length++) {
            var entry = new Entry(file.subList(0, length), length == file.size());
            if (length - depth >= least && length - depth <= most) {
                boolean _ = tests.test(entry);
            }
            if (entry.removed) {
                return true;
            }
        }
        return false;
    }

    private Predicate<Entry> either() {
        Predicate<Entry> all = both();
        while (take("-o", "-or")) {
            all = all.or(both());
        }
        return all;
    }

    private Predicate<Entry> both() {
        Predicate<Entry> all = one();
        while (at < words.size() && !List.of("-o", "-or", ")").contains(words.get(at))) {
            boolean _ = take("-a", "-and");
            all = all.and(one());
        }
        return all;
    }

    private Predicate<Entry> one() {
        if (take("!", "-not")) {
            return one().negate();
        }
        if (take("(", "\\(")) {
            Predicate<Entry> inner = either();
            understood &= take(")", "\\)");
            return inner;
        }
        String word = next();
        return switch (word) {
            case "-name" -> name(PathPattern.glob(next()));
            case "-path", "-wholename" -> path(PathPattern.glob(next()));
            case "-type" -> type(next());
            case "-mindepth" -> depth(next(), true);
            case "-maxdepth" -> depth(next(), false);
            case "-depth", "-xdev", "-mount", "-print", "-prune", "-true" -> _ -> true;
            // an empty directory goes; one that holds the file in question does not
            case "-delete" -> entry -> entry.removed = entry.file;
            case "-exec" -> command();
            default -> unknown();
        };
    }

    private Predicate<Entry> name(Predicate<String> name) {
        return entry -> name.test(entry.path.getLast());
    }

    private Predicate<Entry> path(Predicate<String> path) {
        return entry -> path.test(entry.joined());
    }

    private static Predicate<Entry> type(String type) {
        return entry -> type.contains(entry.file ? "f" : "d");
    }

    private Predicate<Entry> depth(String number, boolean minimum) {
        if (!number.matches("\\d{1,3}")) {
            return unknown();
        }
        if (minimum) {
            least = Integer.parseInt(number);
        } else {
            most = Integer.parseInt(number);
        }
        return _ -> true;
    }

    /** {@code -exec rm -rf {} +}, or with {@code ;} at its end. */
    private Predicate<Entry> command() {
        boolean rm = next().matches("(.*/)?rm");
        boolean recursive = false;
        for (String word = next(); !word.equals(";") && !word.equals("+"); word = next()) {
            if (!understood) {
                return unknown();
            }
            recursive |= word.matches("-[a-zA-Z]*[rR][a-zA-Z]*|--recursive");
        }
        boolean all = recursive;
        return entry -> {
            entry.removed |= rm && (all || entry.file);
            return true;
        };
    }

    private Predicate<Entry> unknown() {
        understood = false;
        return _ -> false;
    }

    private boolean take(String word, String other) {
        boolean found = at < words.size()
                && (words.get(at).equals(word) || words.get(at).equals(other));
        at += found ? 1 : 0;
        return found;
    }

    private String next() {
        @Nullable String word = at < words.size() ? words.get(at++) : null;
        if (word == null) {
            understood = false;
            return "";
        }
        return word;
    }
}
