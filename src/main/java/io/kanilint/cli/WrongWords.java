package io.kanilint.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the words of a command. */
final class WrongWords {
    private WrongWords() {}

    static String message(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> surplus(unmatched);
            case MissingParameterException missing -> "%s needs a value".formatted(names(missing.getMissing()));
            default ->
                value(e).orElseGet(() ->
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        };
    }

    private static String surplus(UnmatchedArgumentException e) {
        String word = e.getUnmatched().getFirst();
        var command = e.getCommandLine();
        if (word.startsWith("-") && word.length() > 1) {
            String name = word.replaceFirst("=.*", "");
            return "there is no option '%s'%s"
                    .formatted(
                            name,
                            meant(name, command.getCommandSpec().optionsMap().keySet()));
        }
        return "there is no command '%s'%s"
                .formatted(word, meant(word, command.getSubcommands().keySet()));
    }

    private static Optional<String> value(ParameterException e) {
        if (e.getArgSpec() instanceof OptionSpec option
                && option.completionCandidates() != null
                && e.getValue() != null) {
            List<String> known = StreamSupport.stream(
                            option.completionCandidates().spliterator(), false)
                    .toList();
            String list = String.join(", ", known.subList(0, known.size() - 1)) + " or " + known.getLast();
            return Optional.of("%s takes %s, not '%s'".formatted(option.longestName(), list, e.getValue()));
        }
        return Optional.empty();
    }

    private static String names(List<ArgSpec> missing) {
        return missing.getFirst() instanceof OptionSpec option ? option.longestName() : "the command";
    }

    private static String meant(String word, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(word, name) <= (name.length() - 1) / 2)
                .min(Comparator.comparingInt(name -> distance(word, name)))
                .map("; did you mean '%s'?"::formatted)
                .orElse("");
    }

    /** How many letters must be added, taken away or changed. */
    private static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
