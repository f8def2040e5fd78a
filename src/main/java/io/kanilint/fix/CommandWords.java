package io.kanilint.fix;

import io.kanilint.shell.Assignment;
import io.kanilint.shell.Command;
import io.kanilint.shell.Redirection;
import io.kanilint.shell.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A command taken apart into its words, in the order in which they are written, and what stands around them.
 *
 * @param frame what stands before, between and behind the words, blanks reduced to one
 */
record CommandWords(List<Word> words, List<String> frame) {

    /** Words of a simple command. Any other command, and one with a here-document, is all frame. */
    static CommandWords of(Command command, String script) {
        var words = new ArrayList<Word>();
        if (command instanceof Command.Simple simple
                && HereDocuments.of(command).isEmpty()
                && simple.assignments().stream()
                        .allMatch(assignment -> assignment.elements().isEmpty())) {
            simple.assignments().stream().map(Assignment::value).forEach(words::add);
            words.addAll(simple.words());
            simple.redirections().stream().map(Redirection::target).forEach(words::add);
            words.removeIf(word -> word.start() >= word.end());
            words.sort(Comparator.comparingInt(Word::start));
        }
        var frame = new ArrayList<String>();
        int at = command.start();
        for (Word word : words) {
            frame.add(blank(script.substring(at, Math.max(at, word.start()))));
            at = word.end();
        }
        frame.add(blank(script.substring(at, Math.max(at, command.end()))));
        return new CommandWords(List.copyOf(words), frame);
    }

    private static String blank(String text) {
        return text.replace("\\\n", " ").replaceAll("\\s+", " ");
    }
}
