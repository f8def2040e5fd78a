package io.kanilint.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts text from repositories into GitLab's Markdown so that it stays text: no markup, mention or quick action. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#!|@~$%^&]|^[/+=-]");
    /** A name in quotes; the apostrophe of {@code container's} is none. */
    private static final Pattern NAME = Pattern.compile("(?<!\\w)'([^']+)'(?!\\w)");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** A message of ours; what stands in it in quotes becomes code. */
    static String message(String message) {
        var text = new StringBuilder();
        int at = 0;
        for (Matcher name = NAME.matcher(message); name.find(); at = name.end()) {
            text.append(escape(message.substring(at, name.start()))).append(code(name.group(1)));
        }
        return text.append(escape(message.substring(at))).toString();
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
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(match -> match.group().length())
                .max()
                .orElse(0);
    }
}
