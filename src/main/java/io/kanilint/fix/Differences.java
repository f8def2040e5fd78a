package io.kanilint.fix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Variables for words that differ from run to run: as few as there can be, with values that read like names.
 *
 * @param values of each variable, by run
 * @param patterns each word with gaps for the variables
 */
record Differences(List<List<String>> values, List<WordPattern> patterns) {
    /** Values that mean the same in a word, in quotes or not, and that the shell puts in as they are. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./:@+,=-]+");

    /** What a value is made of, names first. */
    private static final List<IntPredicate> CHARACTERS = List.of(
            c -> isAlphanumeric(c) || "_-".indexOf(c) >= 0,
            Differences::isAlphanumeric,
            c -> isAlphanumeric(c) || "_-.".indexOf(c) >= 0,
            c -> isAlphanumeric(c) || "_-.:@+".indexOf(c) >= 0,
            c -> isAlphanumeric(c) || "_-.:@+,=/".indexOf(c) >= 0);

    private static boolean isAlphanumeric(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    /**
     * The variables; empty if there would have to be too many, or if some word differs in more than plain text.
     *
     * @param words for each place the word of each run
     */
    static Optional<Differences> of(List<List<String>> words) {
        if (words.isEmpty() || words.stream().flatMap(List::stream).anyMatch(Differences::isInvolved)) {
            return Optional.empty();
        }
        List<List<String>> left = words;
        var found = new ArrayList<List<String>>();
        while (!left.stream().allMatch(Differences::areSame)) {
            int variable = found.size();
            List<List<String>> now = left;
            Optional<List<String>> best = candidates(left).stream()
                    .max(Comparator.comparingLong(values -> worth(filled(now, values, variable), now)));
            if (variable == WordPattern.MOST_VARIABLES || best.isEmpty()) {
                return Optional.empty();
            }
            left = filled(left, best.get(), variable);
            if (left.equals(now)) {
                return Optional.empty();
            }
            found.add(best.get());
        }
        return Optional.of(new Differences(
                found,
                left.stream().map(word -> new WordPattern(word.getFirst())).toList()));
    }

    private static boolean areSame(List<String> word) {
        return word.stream().distinct().count() == 1;
    }

    /** Above all, how many words differ no longer; then how many are closer to that. */
    private static long worth(List<List<String>> filled, List<List<String>> words) {
        long same = filled.stream().filter(Differences::areSame).count();
        long closer = IntStream.range(0, words.size())
                .filter(i -> !filled.get(i).equals(words.get(i)))
                .count();
        return same * (words.size() + 1L) + closer;
    }

    /** The words with gaps for a variable where that makes them more alike. */
    private static List<List<String>> filled(List<List<String>> words, List<String> values, int variable) {
        return words.stream()
                .map(word -> areSame(word) ? word : filledOne(word, values, variable))
                .toList();
    }

    private static List<String> filledOne(List<String> word, List<String> values, int variable) {
        List<String> holed = IntStream.range(0, word.size())
                .mapToObj(run -> WordPattern.holed(word.get(run), values.get(run), variable))
                .toList();
        boolean everywhere = holed.stream().allMatch(text -> text.indexOf(variable) >= 0)
                && holed.stream()
                                .map(text ->
                                        text.chars().filter(c -> c == variable).count())
                                .distinct()
                                .count()
                        == 1;
        if (everywhere && areSame(holed)) {
            return holed;
        }
        Optional<String> around = CHARACTERS.stream()
                .filter(characters ->
                        differing(word, characters).filter(values::equals).isPresent())
                .findFirst()
                .map(characters -> around(word, characters, variable));
        return around.map(text -> Collections.nCopies(word.size(), text)).orElse(everywhere ? holed : word);
    }

    /** Quotes within commands within a word are another matter than those around it. */
    private static boolean isInvolved(String word) {
        boolean command = word.contains("$(") || word.contains("`");
        return word.chars().anyMatch(Character::isISOControl)
                || word.contains("$'")
                || (command && (word.contains("'") || word.contains("\\")));
    }

    private static List<List<String>> candidates(List<List<String>> words) {
        var candidates = new LinkedHashSet<List<String>>();
        for (IntPredicate characters : CHARACTERS) {
            for (List<String> word : words) {
                if (areSame(word)) {
                    continue;
                }
                differing(word, characters)
                        .filter(values -> values.stream()
                                .allMatch(value -> HARMLESS.matcher(value).matches()))
                        .ifPresent(candidates::add);
            }
        }
        return List.copyOf(candidates);
    }

    private static String around(List<String> words, IntPredicate characters, int variable) {
        String first = words.getFirst();
        int start = start(words, characters);
        int end = first.length() - end(words, start, characters);
        return first.substring(0, start) + (char) variable + first.substring(end);
    }

    /** The stretch in which the words differ, widened to whole names; empty if it is nothing in one of them. */
    private static Optional<List<String>> differing(List<String> words, IntPredicate characters) {
        int start = start(words, characters);
        int end = end(words, start, characters);
        List<String> stretches = words.stream()
                .map(word -> word.substring(start, word.length() - end))
                .toList();
        return stretches.stream().anyMatch(String::isEmpty) ? Optional.empty() : Optional.of(stretches);
    }

    /** How much is the same in all words from their beginning on, names not cut. */
    private static int start(List<String> words, IntPredicate characters) {
        int common = 0;
        while (isCommon(words, common)) {
            common++;
        }
        int start = common;
        while (start > 0 && cuts(words, start, characters)) {
            start--;
        }
        return start;
    }

    /** Whether a name or a number such as 3.10 would be cut in one of the words. */
    private static boolean cuts(List<String> words, int at, IntPredicate characters) {
        char before = words.getFirst().charAt(at - 1);
        return words.stream().filter(word -> at < word.length()).anyMatch(word -> {
            char after = word.charAt(at);
            return (characters.test(before) && characters.test(after))
                    || (before == '.' && Character.isDigit(after))
                    || (after == '.' && Character.isDigit(before));
        });
    }

    private static boolean isCommon(List<String> words, int at) {
        String first = words.getFirst();
        return at < first.length()
                && words.stream().allMatch(word -> at < word.length() && word.charAt(at) == first.charAt(at));
    }

    /** How many characters are the same at the end of all words. */
    private static int end(List<String> words, int start, IntPredicate characters) {
        List<String> rests = words.stream()
                .map(word -> new StringBuilder(word.substring(start)).reverse().toString())
                .toList();
        return start(rests, characters);
    }
}
