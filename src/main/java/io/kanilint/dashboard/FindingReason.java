package io.kanilint.dashboard;

import java.util.Optional;

/** Why a finding is put aside, as somebody wrote it. */
record FindingReason(String text) {
    static final int LONGEST = 1000;

    static FindingReason of(String written) {
        // Browsers send line breaks as two characters and count them as one.
        return new FindingReason(written.replace("\r\n", "\n")
                .replaceAll("[\\x00\\p{Cs}]", "\uFFFD")
                .strip());
    }

    /** What is wrong with it, for whoever wrote it. */
    Optional<String> problem() {
        if (text.isEmpty()) {
            return Optional.of("Give a reason, so that others understand it later.");
        }
        return text.length() > LONGEST
                ? Optional.of("The reason is too long: at most %d characters.".formatted(LONGEST))
                : Optional.empty();
    }
}
