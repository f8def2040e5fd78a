package io.kanilint.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** What somebody who wrote an unknown word may have meant. */
public final class Nearest {
    /** Longer words are no slips; comparing them would cost for nothing. */
    private static final int LONGEST = 100;

    private Nearest() {}

    /** The known word that takes the fewest changes, if these are fewer than half of its letters. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(word, name) <= (name.length() - 1) / 2)
                .min(Comparator.comparingInt(name -> distance(word, name)));
    }

    /** The same as the end of a sentence: {@code "; did you mean 'x'?"}, or nothing. */
    public static String question(String word, Collection<String> known) {
        return to(word, known).map("; did you mean '%s'?"::formatted).orElse("");
    }

    /** How many letters must be added, taken away or changed. */
    private static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
