package io.kanilint.report;

import io.kanilint.finding.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts text from repositories into GitLab's Markdown so that it stays text: no markup, mention or quick action. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#+!|@~$%^&\"=:/]");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** A finding's message, the name of its job as code. */
    static String message(Finding finding) {
        String quoted = "'" + finding.job() + "'";
        int at = finding.job().isEmpty() ? -1 : finding.message().indexOf(quoted);
        if (at < 0) {
            return escape(finding.message());
        }
        return escape(finding.message().substring(0, at))
                + code(finding.job())
                + escape(finding.message().substring(at + quoted.length()));
    }

    /** Text that is shown as it is. A backslash keeps GitLab from reading {@code @name} or {@code #1} as a reference. */
    static String escape(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        return SPECIAL.matcher(oneLine).replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
    }

    static String code(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        String ticks = "`".repeat(longestTicks(oneLine) + 1);
        String pad = oneLine.startsWith("`") || oneLine.endsWith("`") ? " " : "";
        return ticks + pad + oneLine + pad + ticks;
    }

    /** A fenced block, its fence longer than any in the text. */
    static String fence(String info, String text) {
        String ticks = "`".repeat(Math.max(3, longestTicks(text) + 1));
        return ticks + info + "\n" + text + "\n" + ticks;
    }

    private static int longestTicks(String text) {
        return BACKTICKS.matcher(text).results().mapToInt(match -> match.group().length()).max().orElse(0);
    }
}
