package io.kanilint.fix;

import io.kanilint.shell.Command;
import io.kanilint.shell.HereDocument;
import io.kanilint.shell.Redirection;
import java.util.List;
import java.util.stream.Stream;

/** The here-documents of a command whose lines stand below it. Those inside of loops and the like stand inside. */
final class HereDocuments {
    private HereDocuments() {}

    static List<HereDocument> of(Command command) {
        return in(command).toList();
    }

    private static Stream<HereDocument> in(Command command) {
        return switch (command) {
            case Command.Simple simple -> in(simple.redirections());
            case Command.Redirected redirected ->
                Stream.concat(in(redirected.command()), in(redirected.redirections()));
            case Command.Pipeline pipeline -> pipeline.stages().stream().flatMap(HereDocuments::in);
            case Command.AndOr both -> Stream.concat(in(both.left()), in(both.right()));
            case Command.Timed timed -> in(timed.command());
            case Command.Sequence sequence -> below(sequence, command);
            case Command.Group group -> below(group.body(), command);
            case Command.Subshell subshell -> below(subshell.body(), command);
            default -> Stream.empty();
        };
    }

    private static Stream<HereDocument> below(Command.Sequence body, Command around) {
        return body.items().stream()
                .flatMap(item -> in(item.command()))
                .filter(document -> document.body().end() > around.end());
    }

    private static Stream<HereDocument> in(List<Redirection> redirections) {
        return redirections.stream().flatMap(redirection -> redirection.document().stream());
    }
}
