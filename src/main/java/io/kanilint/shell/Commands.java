package io.kanilint.shell;

import java.util.stream.Stream;

/** Looks into commands. */
public final class Commands {
    private Commands() {}

    /** The simple commands in a command in the order in which they are written, those in substitutions left out. */
    public static Stream<Command.Simple> simple(Command command) {
        return command instanceof Command.Simple simple
                ? Stream.of(simple)
                : children(command).flatMap(Commands::simple);
    }

    /** The commands directly inside a command. */
    public static Stream<Command> children(Command command) {
        return switch (command) {
            case Command.Sequence sequence -> sequence.items().stream().map(Command.Item::command);
            case Command.Pipeline pipeline -> pipeline.stages().stream();
            case Command.AndOr andOr -> Stream.of(andOr.left(), andOr.right());
            case Command.Group group -> Stream.of(group.body());
            case Command.Subshell subshell -> Stream.of(subshell.body());
            case Command.If conditional ->
                Stream.concat(
                        conditional.branches().stream().flatMap(branch -> Stream.of(branch.condition(), branch.body())),
                        conditional.otherwise().stream());
            case Command.Case choice -> choice.arms().stream().map(Command.Arm::body);
            case Command.For loop -> Stream.of(loop.body());
            case Command.ForArithmetic loop -> Stream.of(loop.body());
            case Command.Loop loop -> Stream.of(loop.condition(), loop.body());
            case Command.Function function -> Stream.of(function.body());
            case Command.Redirected redirected -> Stream.of(redirected.command());
            case Command.Timed timed -> Stream.of(timed.command());
            case Command.Coprocess coprocess -> Stream.of(coprocess.command());
            case Command.Simple _, Command.Test _, Command.Arithmetic _, Command.Unreadable _ -> Stream.of();
        };
    }
}
