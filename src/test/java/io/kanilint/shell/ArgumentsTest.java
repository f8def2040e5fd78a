package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a command are the arguments that a shell passes. */
class ArgumentsTest {
    private static final String SHOW = "show() { printf '%s\\001' \"$@\"; printf '\\002'; }\nset -f\n";
    private static final String[] POSIX = {
        "a",
        "b",
        "-x",
        "/",
        "=",
        "é",
        "'",
        "\\ ",
        "\\\\",
        "\\\"",
        "\\'",
        "\\$",
        "\\`",
        "\\a",
        "\\\n",
        "\\#",
        "#",
        "''",
        "'a b'",
        "'\\'",
        "'\n'",
        "'\"$x`'",
        "\"\"",
        "\"a  b\"",
        "\"\\\"\"",
        "\"\\\\\"",
        "\"\\$x\"",
        "\"\\`\"",
        "\"\\a\"",
        "\"\\\n\"",
        "\"'\"",
        "\"\n\"",
        "if",
        "}",
        "{",
        "!",
        "${u:-a}",
        "\"${u:-a b}\"",
        "${u:-'a b'}",
        "${u:-\\}}",
        "\"${u:-\\}}\"",
        "${u:-\"a}b\"}",
        "\"${u:-\"a}b\"}\"",
        "\"${u:-\\a}\"",
        "\"${u:-'a'}\"",
        "${u:-\\a}",
        "$",
        "\"$\"",
        "%",
        "]",
        "[",
        "*",
        "?",
        "[a]",
        ":",
        "@",
        "+",
        ",",
        "^",
        "a#b",
        "$'"
    };
    private static final String[] BASH = {
        "$'a b'",
        "$'\\n\\t\\\\\\'\\x41\\101\\u00e9\\cG\\q\\e'",
        "$\"a b\"",
        "{a,b}",
        "{a,b{c,d}}",
        "{1..3}",
        "{a..c}",
        "{03..1}",
        "{1..6..2}",
        "{a}",
        "{a,",
        "{,a}",
        "{\"a,b\",c}",
        "{a\\,b,c}",
        "{a,{b}",
        "{a}b,c}",
        "\"{a,b}\"",
        "\"${u:-'}'}\"",
        "{a,b}}",
        "{${u},b}",
        "{-1..1}",
        "{a..1}",
        "{c..a..2}",
        "{'a',b c}"
    };

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void areWhatAShellPasses(String shell) {
        assumeTrue(Shells.has(shell), shell + " is not installed");
        var random = new Random(BashSyntaxTest.SEED);
        var commands = new ArrayList<String>();
        for (int i = 0; i < BashSyntaxTest.SCRIPTS * 5; i++) {
            commands.add(command(random, shell.equals("bash")));
        }
        String script = SHOW + String.join("\n", commands) + "\n";
        String output = Shells.run(shell, List.of(script)).getFirst().output();
        var passed = List.of(output.split("\002", -1));
        for (int i = 0; i < commands.size(); i++) {
            assertThat(arguments(commands.get(i))).as(commands.get(i)).isEqualTo(passed.get(i));
        }
        assertThat(passed).hasSize(commands.size() + 1);
    }

    private static String command(Random random, boolean bash) {
        var command = new StringBuilder("show");
        for (int words = random.nextInt(3); words >= 0; words--) {
            command.append(random.nextInt(8) == 0 ? " \\\n\t" : " ");
            var word = new StringBuilder();
            for (int pieces = random.nextInt(4); pieces >= 0; pieces--) {
                String[] from = bash && random.nextBoolean() ? BASH : POSIX;
                word.append(from[random.nextInt(from.length)]);
            }
            command.append(isWord(word.toString()) && isFor(bash, word.toString()) ? word : "w");
        }
        return command.toString();
    }

    /** Whether the pieces put together are one word with nothing left open, and no other expansion than we planned. */
    private static boolean isWord(String text) {
        Command.Sequence tree = ShellParser.parse("show " + text);
        return !text.startsWith("#")
                && Trees.isSound(tree)
                && tree.items().size() == 1
                && tree.items().getFirst().command() instanceof Command.Simple simple
                && simple.words().size() == 2
                && simple.end() == tree.end()
                && Trees.all(WordPart.class, tree).stream().allMatch(ArgumentsTest::isPlanned);
    }

    /** Dash knows no {@code $"…"}; Bash loses count of quotes in quotes where it looks for braces. */
    private static boolean isFor(boolean bash, String word) {
        String joined = word.replace("\\\n", "");
        return bash ? !joined.contains("\"a}b\"") : !joined.contains("$'") && !joined.contains("$\"");
    }

    private static boolean isPlanned(WordPart part) {
        return switch (part) {
            case WordPart.Literal _, WordPart.Glob _, WordPart.Braces _ -> true;
            case WordPart.Variable variable -> variable.name().equals("u");
            default -> false;
        };
    }

    private static String arguments(String command) {
        var simple =
                (Command.Simple) ShellParser.parse(command).items().getFirst().command();
        var arguments = new StringBuilder();
        simple.words().stream()
                .skip(1)
                .flatMap(word -> texts(word.parts()).stream()
                        .filter(text -> !text.isEmpty() || word.parts().stream().anyMatch(WordPart::quoted)))
                .forEach(text -> arguments.append(text).append('\001'));
        return arguments.toString();
    }

    private static List<String> texts(List<WordPart> parts) {
        List<String> texts = List.of("");
        for (WordPart part : parts) {
            List<String> next = switch (part) {
                case WordPart.Literal literal -> List.of(literal.text());
                case WordPart.Glob glob -> List.of(glob.text());
                case WordPart.Braces braces ->
                    braces.alternatives().stream()
                            .flatMap(word -> texts(word.parts()).stream())
                            .toList();
                case WordPart.Variable variable ->
                    variable.argument() == null
                            ? List.of("")
                            : texts(variable.argument().parts());
                default -> throw new AssertionError(part);
            };
            texts = texts.stream()
                    .flatMap(before -> next.stream().map(before::concat))
                    .toList();
        }
        return texts;
    }
}
