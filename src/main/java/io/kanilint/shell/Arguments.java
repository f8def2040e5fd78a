package io.kanilint.shell;

/** Words that hand on the arguments of a function or script: {@code "$@"}, {@code $1}. */
final class Arguments {
    private Arguments() {}

    /** Whether a command passes on all arguments that it was given. */
    static boolean passes(Command.Simple command) {
        return command.words().stream().anyMatch(word -> isOnly(word, "[@*]"));
    }

    /** Whether a command runs a program that it was given, directly or by a wrapper such as {@code timeout}. */
    static boolean name(Command.Simple command, String program) {
        return command.words().stream()
                .filter(word ->
                        word.literal().filter(text -> !text.equals(program)).isEmpty())
                .findFirst()
                .filter(word -> isOnly(word, "[@*1-9]"))
                .isPresent();
    }

    private static boolean isOnly(Word word, String names) {
        boolean some = word.parts().stream().anyMatch(WordPart.Variable.class::isInstance);
        return some
                && word.parts().stream().allMatch(part -> switch (part) {
                    case WordPart.Literal(String text, boolean _) -> text.isEmpty();
                    case WordPart.Variable variable -> variable.name().matches(names);
                    default -> false;
                });
    }
}
