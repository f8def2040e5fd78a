package io.kanilint.review;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every review works with: settings, and what was remembered of earlier ones. */
@Component
record Desk(
        ReviewProperties properties,
        Reviews reviews,
        Findings findings,
        KeptStakes stakes,
        IgnoredRules ignored,
        DraftMarks marks,
        TargetSettings settings,
        Clock clock) {}
