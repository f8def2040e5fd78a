package io.kanilint.review;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every review works with: settings, and what was remembered of earlier ones. */
@Component
record Desk(
        ReviewProperties properties,
        Reviews reviews,
        Register register,
        Findings findings,
        MergedFindings merged,
        KeptStakes stakes,
        IgnoredRules ignored,
        Dismissals dismissals,
        DraftMarks marks,
        TargetSettings settings,
        Links links,
        Clock clock) {}
