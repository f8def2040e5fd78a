package io.kanilint.command;

import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import io.kanilint.text.Nearest;
import java.util.List;

/** The answers that need nothing but words. */
final class Replies {
    private static final List<String> RULES = Rules.ALL.stream().map(Rule::id).toList();
    private static final String RULE_NAME = "[a-z0-9-]{1,60}";

    private Replies() {}

    static String help(String bot) {
        return """
                Kanilint takes these commands, as an answer in a thread or as a comment, from people with the role Developer:

                - `@%1$s recheck`: look at the newest commit again.
                - `@%1$s ignore <rule> <reason>`: say nothing more about a rule in this merge request.
                - `@%1$s fix`: commit the fixes that need nobody to look at them; in the thread of a finding, only its fix.
                - `@%1$s help`: this list.""".formatted(bot);
    }

    static Reply unknown(String bot) {
        return Reply.refused(
                "That is none of the commands: `recheck`, `ignore <rule> <reason>`, `fix`, `help`. `@%s help` tells what they do."
                        .formatted(bot));
    }

    static Reply noAccess() {
        return Reply.refused("Sorry, this takes the role Developer (or a higher one) in this project.");
    }

    static boolean isRule(String name) {
        return RULES.contains(name);
    }

    static Reply unknownRule(String name, String bot) {
        if (name.isEmpty()) {
            return Reply.refused(
                    "Which rule? Write `@%s ignore <rule> <reason>`; each comment ends with the name of its rule."
                            .formatted(bot));
        }
        // What people write is repeated only if it looks like a rule: it could be a command to GitLab or call somebody.
        String what = name.matches(RULE_NAME) ? "There is no rule `%s`".formatted(name) : "There is no such rule";
        return Reply.refused(Nearest.to(name, RULES)
                .map(near -> what + "; did you mean `%s`?".formatted(near))
                .orElse(what + ". Each comment ends with the name of its rule."));
    }

    static Reply noReason(String rule, String bot) {
        return Reply.refused(
                "Please say why, for whoever reads this later: `@%s ignore %s <reason>`.".formatted(bot, rule));
    }

    static Reply ignored(String rule, ReviewResult review) {
        String from = review.done() ? "now" : "the next review";
        return new Reply(
                review.done(),
                "`%s` is ignored in this merge request from %s on. %s".formatted(rule, from, review.text()));
    }
}
