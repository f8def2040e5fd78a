package io.kanilint.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the command in a comment: what stands behind our name, up to the end of the line. Our name in code, in a quotation
 * or in a hidden comment does not count, since it was not written to us.
 */
final class CommandReader {
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(`{3,}|~{3,}).*");
    private static final Pattern CODE = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)|<!--.*?-->");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Pattern name;

    /** @param bot our user name */
    private CommandReader(String bot) {
        name = Pattern.compile(
                "(?<![\\w@/.`-])@" + Pattern.quote(bot) + "(?![\\w-]|\\.\\w)[:,]?", Pattern.CASE_INSENSITIVE);
    }

    /**
     * Reads a comment.
     *
     * @param bot our user name, without the {@code @}
     * @return empty if we are not named
     */
    static Optional<Command> read(String text, String bot) {
        List<Command> found = new CommandReader(bot).all(text);
        return found.stream()
                .filter(command -> !(command instanceof Command.Unknown))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private List<Command> all(String text) {
        var found = new ArrayList<Command>();
        String fence = "";
        for (String line : text.lines().toList()) {
            Matcher edge = FENCE.matcher(line);
            if (edge.matches() && (fence.isEmpty() || edge.group(1).startsWith(fence))) {
                fence = fence.isEmpty() ? edge.group(1) : "";
            } else if (fence.isEmpty() && !line.stripLeading().startsWith(">")) {
                Matcher named = name.matcher(masked(line));
                while (named.find()) {
                    found.add(command(line.substring(named.end()).strip()));
                }
            }
        }
        return found;
    }

    /** The line with blanks in place of code, as long as before. */
    private static String masked(String line) {
        return CODE.matcher(line).replaceAll(code -> "`".repeat(code.group().length()));
    }

    private static Command command(String words) {
        String[] parts = SPACES.split(words, 3);
        String verb = parts[0].toLowerCase(Locale.ROOT).replaceFirst("[.!,:;]+$", "");
        return switch (verb) {
            case "help" -> new Command.Help();
            case "recheck" -> new Command.Recheck();
            // It commits: "fix the typo in your text" is not meant.
            case "fix" -> words.matches("(?i)fix[.!]*( please[.!]*)?") ? new Command.Fix() : new Command.Unknown();
            case "ignore" -> new Command.Ignore(rule(parts), reason(parts));
            default -> new Command.Unknown();
        };
    }

    private static String rule(String[] parts) {
        return parts.length < 2
                ? ""
                : parts[1].replaceAll("^[`'\"<]+|[`'\">:,.]+$", "").toLowerCase(Locale.ROOT);
    }

    private static String reason(String[] parts) {
        String reason = parts.length < 3
                ? ""
                : parts[2].replaceFirst("^[-–—:]+\\s*", "").strip();
        return reason.chars().anyMatch(Character::isLetterOrDigit) ? reason : "";
    }
}
