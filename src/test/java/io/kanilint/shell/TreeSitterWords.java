package io.kanilint.shell;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What tree-sitter-bash 0.23.3 makes of words in another way than Bash. */
final class TreeSitterWords {
    private static final Pattern COMMENT = Pattern.compile("(?m)(?<=^|[ \\t;&|(])#[^\\n]*");
    private static final Pattern COMMANDS = Pattern.compile("`[^`]*`|\\$\\([^()]*\\)");
    private static final Pattern SUBSCRIPT = Pattern.compile("(?<=\\w)\\[[^\\]\\n]*\\](?=\\+?=)");

    static final List<Peculiarity> ALL = List.of(
            new Peculiarity(
                    "once a backquote was there, one in a comment opens or closes a substitution",
                    "a `b` # `\nc\n",
                    TreeSitterWords::commentsWithoutBackquotes),
            Peculiarity.hidden(
                    "backquotes in backquotes", "a `b \\`c\\``\n", "`(?:[^`\\\\]|\\\\.)*\\\\`(?:[^`\\\\]|\\\\.)*`"),
            new Peculiarity(
                    "two words in backquotes: what stands between them is in backquotes, too",
                    "a `b` `c`\n",
                    TreeSitterWords::singleBackquotes),
            new Peculiarity(
                    "a substitution without a command", "a $() `#`\n", TreeSitterWords::withoutEmptySubstitutions),
            Peculiarity.hidden(
                    "what begins like arithmetic but is a subshell in a substitution",
                    "a $((b); c)\n",
                    "\\$\\(\\([^()]*\\)[^()]+\\)"),
            Peculiarity.hidden(
                    "signs of the shell, or backquotes, for a parameter's default",
                    "a ${x:-(}\n",
                    "\\$\\{\\w+:?[-=?+](?:\\(|;#|`[^`]*`)\\}"),
            Peculiarity.replaced("a word that ends in a hash", "a#\n", "(\\w)#(?=[\\s;&|)]|$)", "$1x"),
            Peculiarity.replaced("a word that ends in a quoted blank", "a \\ \n", "\\\\ ", "xx"),
            Peculiarity.replaced(
                    "a brace that begins a command's name",
                    "{a\n",
                    "(?<=^|[\\n;&|(] ?|do |then )\\{(?=[^\\s\\\\])",
                    "x"),
            Peculiarity.replaced(
                    "what has no name before its equals sign, and is no assignment",
                    "--a=b\n",
                    "(?<![^\\s;&|(])(-[\\w-]+)=",
                    "$1_"));

    /** Here tree-sitter is right: Bash runs commands in arithmetic and in subscripts; to us they are text. */
    static final Peculiarity UNSEEN = new Peculiarity(
            "commands in arithmetic and subscripts", "((`a` + 1))\n", TreeSitterWords::arithmeticWithoutCommands);

    private TreeSitterWords() {}

    private static void commentsWithoutBackquotes(Rewriting script) {
        for (MatchResult comment : COMMENT.matcher(script.text()).results().toList()) {
            script.put(comment.start(), comment.group().replace('`', 'x'));
        }
    }

    private static void singleBackquotes(Rewriting script) {
        for (Command.Simple simple : Trees.all(Command.Simple.class, script.tree())) {
            for (int i = 1; i < simple.words().size(); i++) {
                Word word = simple.words().get(i);
                String text = script.text();
                if (text.charAt(simple.words().get(i - 1).end() - 1) == '`' && text.charAt(word.start()) == '`') {
                    script.hide(word.start(), text.indexOf('`', word.start() + 1) + 1);
                }
            }
        }
    }

    private static void withoutEmptySubstitutions(Rewriting script) {
        for (WordPart.Substitution part : Trees.all(WordPart.Substitution.class, script.tree())) {
            if (part.body().items().isEmpty()) {
                String text = script.text();
                int inside = part.body().start();
                int parenthesis = text.lastIndexOf("$(", inside);
                int backquote = text.lastIndexOf('`', inside - 1);
                boolean backquotes = backquote > parenthesis;
                int end = text.indexOf(backquotes ? '`' : ')', inside);
                script.hide(backquotes ? backquote : parenthesis, end + 1);
            }
        }
    }

    private static void arithmeticWithoutCommands(Rewriting script) {
        for (Command.Arithmetic node : Trees.all(Command.Arithmetic.class, script.tree())) {
            String text = script.text().substring(node.start(), node.end());
            script.put(
                    node.start(),
                    COMMANDS.matcher(text)
                            .replaceAll(found -> "1".repeat(found.group().length())));
        }
        for (MatchResult subscript : SUBSCRIPT.matcher(script.text()).results().toList()) {
            if (COMMANDS.matcher(subscript.group()).find()) {
                script.put(subscript.start() + 1, "1".repeat(subscript.group().length() - 2));
            }
        }
    }
}
