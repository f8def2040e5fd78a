package io.kanilint.cli;

import io.kanilint.text.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
            case MissingParameterException missing ->
                missing(missing.getMissing().getFirst(), missing);
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
                            Nearest.question(
                                    name, command.getCommandSpec().optionsMap().keySet()));
        }
        if (command.getParent() != null) {
            return "'%s' takes no '%s'".formatted(command.getCommandName(), word);
        }
        var known = new HashSet<>(command.getSubcommands().keySet());
        known.add("serve");
        return "there is no command '%s'%s".formatted(word, Nearest.question(word, known));
    }

    private static Optional<String> value(ParameterException e) {
        ArgSpec argument = e.getArgSpec();
        if (argument != null && argument.completionCandidates() != null && e.getValue() != null) {
            List<String> known = StreamSupport.stream(
                            argument.completionCandidates().spliterator(), false)
                    .toList();
            String list = String.join(", ", known.subList(0, known.size() - 1)) + " or " + known.getLast();
            return Optional.of("%s takes %s, not '%s'".formatted(name(argument), list, e.getValue()));
        }
        return Optional.empty();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String missing(ArgSpec missing, MissingParameterException e) {
        return missing instanceof OptionSpec option
                ? "%s needs a value".formatted(option.longestName())
                : "'%s' needs a %s".formatted(e.getCommandLine().getCommandName(), missing.paramLabel());
    }
}
