package io.kanilint.review;

import java.util.Map;

/** What happened to findings. Told when it is written, counted when it is committed. */
sealed interface FindingEvent {

    /** A merge request brought some in, or touched them. */
    record Added(Map<String, Long> byRule) implements FindingEvent {
        public Added {
            byRule = Map.copyOf(byRule);
        }
    }

    /**
     * Of those, some are gone.
     *
     * @param applied how many by a change that was proposed here
     * @param others how many by other changes
     */
    record Fixed(long applied, long others) implements FindingEvent {}

    /** Somebody called one wrong. */
    record CalledWrong(String rule) implements FindingEvent {}
}
