package io.kanilint.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the page of a rule is, and what is on it. */
public final class RulePages {
    /** Where the pages are unless somebody has them nearer. */
    public static final String BASE = "https://kanilint.io/rules/";

    private RulePages() {}

    public static String of(String rule) {
        return BASE + rule;
    }

    /** The page as Markdown; empty if there is no such rule, or if the program was packed without pages. */
    public static Optional<String> markdown(String rule) {
        if (!rule.matches("[a-z-]+")) {
            return Optional.empty();
        }
        try (InputStream page = RulePages.class.getResourceAsStream("pages/" + rule + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
