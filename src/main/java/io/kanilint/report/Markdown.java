package io.kanilint.report;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts text from repositories into GitLab's Markdown so that it stays text: no markup, no mention or other reference, no
 * link, no quick action. What is not plainly a word becomes code, where GitLab looks for none of these.
 */
final class Markdown {
    /** Words that mean nothing to Markdown or GitLab, unless they look like one of the {@link #REFERENCE}s. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}.,;:()'\"?/+=–—…-]*");

    /** Flags, which read better as code; addresses, commits, and tickets in other trackers, all of which GitLab links. */
    private static final Pattern REFERENCE = Pattern.compile(
            "^\\W?--\\w|://|(?i:www\\.)|(?<![\\w])[0-9a-f]{7,40}(?![\\w])|[A-Z][A-Z0-9]+-\\d+|:[\\w+-]+:");

    private static final Pattern WORD = Pattern.compile("([(\"']*)(.*?)([.,;:)\"'?]*)");
    /** A name in quotes; the apostrophe of {@code container's} is none. */
    private static final Pattern NAME = Pattern.compile("(?<!\\w)'([^']+)'(?!\\w)");

    /** Code already. */
    private static final Pattern TICKED = Pattern.compile("`[^`]+`");

    private static final Pattern SENTENCE = Pattern.compile("[.!?] (?=\\p{Lu}|'|\")");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** A message of ours: its first sentence, and the rest. */
    record Message(String first, String rest) {

        String plain() {
            return (first + " " + rest).strip();
        }

        /** The first sentence in bold. */
        String emphasised() {
            return "**" + first + "**" + (rest.isEmpty() ? "" : " " + rest);
        }
    }

    /**
     * Reads a message of ours; what stands in it in quotes becomes code.
     *
     * @param names what may stand in it in quotes and hold quotes itself
     */
    static Message message(String message, Collection<String> names) {
        var text = new StringBuilder();
        String first = "";
        int at = 0;
        String oneLine = oneLine(message).strip();
        while (at < oneLine.length()) {
            Quoted name = Quoted.next(oneLine, at, names);
            String plain = oneLine.substring(at, name.start);
            Matcher end = SENTENCE.matcher(plain);
            if (first.isEmpty() && end.find()) {
                append(text, words(plain.substring(0, end.start() + 1)));
                first = text.toString();
                text.setLength(0);
                plain = plain.substring(end.end());
            }
            append(text, words(plain));
            append(text, name.text.isEmpty() ? "" : code(name.text));
            at = name.end;
        }
        return first.isEmpty()
                ? new Message(text.toString().strip(), "")
                : new Message(first.strip(), text.toString().strip());
    }

    /** The next name in quotes: one of those that are known, as it is, or whatever stands between two quotes. */
    private record Quoted(int start, int end, String text) {
        static Quoted next(String message, int from, Collection<String> names) {
            var best = new Quoted(message.length(), message.length(), "");
            for (String name : names) {
                int at = name.isBlank() ? -1 : message.indexOf("'" + oneLine(name) + "'", from);
                if (at >= 0 && at < best.start) {
                    best = new Quoted(at, at + oneLine(name).length() + 2, oneLine(name));
                }
            }
            Matcher quoted = NAME.matcher(message);
            return quoted.find(from) && quoted.start() < best.start
                    ? new Quoted(quoted.start(), quoted.end(), quoted.group(1))
                    : best;
        }
    }

    /** Text that is shown as it is. It is one line, and does not begin with what would make a line something else. */
    static String words(String text) {
        var result = new StringBuilder();
        for (String word : oneLine(text).split("(?<= )|(?= )", -1)) {
            Matcher parts = WORD.matcher(word);
            boolean plain = word.isBlank()
                    || (PLAIN.matcher(word).matches()
                            && !REFERENCE.matcher(word).find());
            if (plain || !parts.matches() || parts.group(2).isEmpty()) {
                result.append(plain ? word : code(word));
            } else {
                String core = parts.group(2);
                boolean ticked = TICKED.matcher(core).matches();
                append(result.append(parts.group(1)), ticked ? code(core.substring(1, core.length() - 1)) : code(core));
                result.append(parts.group(3));
            }
        }
        return result.toString();
    }

    /** Two code spans side by side would become one. */
    private static void append(StringBuilder text, String more) {
        boolean touching = !text.isEmpty() && text.charAt(text.length() - 1) == '`' && more.startsWith("`");
        text.append(touching ? " " : "").append(more);
    }

    static String code(String text) {
        String oneLine = oneLine(text);
        if (oneLine.isBlank()) {
            return "(blank)";
        }
        String ticks = "`".repeat(longestTicks(oneLine) + 1);
        String pad = oneLine.startsWith("`") || oneLine.endsWith("`") ? " " : "";
        return ticks + pad + oneLine + pad + ticks;
    }

    /** Without line breaks of any kind, and with a mark in the place of characters that are not seen. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Z}]+", " ").replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}]", "\uFFFD");
    }

    /** A fenced block, its fence longer than any in the text. */
    static String fence(String info, String text) {
        String ticks = "`".repeat(Math.max(3, longestTicks(text) + 1));
        return ticks + info + "\n" + text + "\n" + ticks;
    }

    /** A section that is folded away; the summary is ours, since GitLab looks for mentions in it. */
    static String folded(String summary, String markdown) {
        return "<details><summary>" + summary + "</summary>\n\n" + markdown.strip() + "\n\n</details>";
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
