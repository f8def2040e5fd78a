package io.kanilint.dashboard;

import io.kanilint.delivery.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A verdict on a delivery, and what it means in plain words. */
record DeliveryVerdict(String word, String meaning) {
    static final List<DeliveryVerdict> ALL =
            Arrays.stream(Verdict.values()).map(DeliveryVerdict::of).toList();

    static DeliveryVerdict of(Verdict verdict) {
        return new DeliveryVerdict(verdict.word(), meaning(verdict));
    }

    /** That of the database. */
    static DeliveryVerdict of(String word) {
        return of(Verdict.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict) {
            case QUEUED -> "Waits for its turn, or is being worked on.";
            case REVIEWED -> "The merge request was looked at.";
            case ANSWERED -> "A command was answered.";
            case COUNTED -> "An opinion on a comment was counted.";
            case IGNORED -> "There was nothing to do.";
            case DUPLICATE -> "Another request told of the same event.";
            case SUPERSEDED -> "A later request led to the look that covers this one.";
            case REFUSED -> "GitLab did not let Kanilint do it. An administrator has to act.";
            case FAILED -> "It was tried several times and given up.";
        };
    }
}
