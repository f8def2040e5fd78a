package io.kanilint.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

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

    /** How many letters must be added, taken away, changed or swapped with a neighbour. */
    public static int distance(String from, String to) {
        int[][] steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, from, to, i, j);
            }
        }
        return steps[from.length()][to.length()];
    }

    private static int step(int[][] steps, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
