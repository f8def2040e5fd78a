package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.review.Opinions;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people think of rules. It is counted over all projects, so only those get it who see all of them. */
@Component
class RuleOpinions {
    private final Opinions opinions;

    RuleOpinions(Opinions opinions) {
        this.opinions = opinions;
    }

    /** By rule; nothing for viewers and strangers. */
    Map<String, Opinions.OfRule> shownTo(@Nullable Account account) {
        return account == null || !account.administrator()
                ? Map.of()
                : opinions.byRule().stream().collect(Collectors.toMap(Opinions.OfRule::rule, rule -> rule));
    }

    /** The part of what was shown that nobody called wrong, in percent; null if nothing was shown. */
    static @Nullable Long percent(Opinions.@Nullable OfRule opinion) {
        return opinion == null || opinion.precision().isEmpty()
                ? null
                : Math.round(100 * opinion.precision().getAsDouble());
    }
}
