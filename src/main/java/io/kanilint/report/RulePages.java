package io.kanilint.report;

/** Where the page of a rule is. */
public final class RulePages {
    private static final String BASE = "https://kanilint.io/rules/";

    private RulePages() {}

    public static String of(String rule) {
        return BASE + rule;
    }
}
