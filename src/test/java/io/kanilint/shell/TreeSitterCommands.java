package io.kanilint.shell;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What tree-sitter-bash 0.23.3 makes of commands in another way than Bash. */
final class TreeSitterCommands {
    private static final String BLANK = "(?:[ \\t]|\\\\\\n)";
    private static final Pattern NEGATIONS = Pattern.compile("(?<![^\\s;&|({])!(?:%1$s+!)+(?=%1$s)".formatted(BLANK));

    private static final Pattern DESCRIPTOR = Pattern.compile("\\{\\w+\\}(?=[<>])");

    static final List<Peculiarity> ALL = List.of(
            new Peculiarity("'!' behind '!'", "! ! a\n", TreeSitterCommands::singleNegations),
            new Peculiarity("'time' is a reserved word", "time -p a\n", TreeSitterCommands::withoutTime),
            new Peculiarity("'coproc' is a reserved word", "coproc N { a; }\n", TreeSitterCommands::withoutCoprocesses),
            new Peculiarity("'{' behind '!'", "! { a; }\n", TreeSitterCommands::groupsNotNegated),
            new Peculiarity("'{fd}' before a redirection", "a {fd}>b\n", TreeSitterCommands::withoutVariables),
            Peculiarity.replaced("the redirection '<>'", "a <>b\n", "<>", "> "),
            new Peculiarity(
                    "a here-document with more behind it on its line",
                    "a <<E; b\nc\nE\n",
                    TreeSitterCommands::withoutHereDocuments),
            new Peculiarity("'[' without ']'", "[ a\n", TreeSitterCommands::withoutBrackets),
            Peculiarity.replaced("a reserved word over two lines", "i\\\nf a; then b; fi\n", "i\\\\\\nf", "if"),
            Peculiarity.replaced(
                    "a loop over no words",
                    "for x in; do a; done; b\n",
                    "((?:for|select)%1$s+\\w+%1$s+)in(?=%1$s*[;\\n])".formatted(BLANK),
                    "$1"),
            Peculiarity.replaced(
                    "a loop without 'in'",
                    "for x do a; done; b\n",
                    "((?:for|select)%s+\\w+) (?=do\\b)".formatted(BLANK),
                    "$1;"),
            Peculiarity.replaced(
                    "a sign right behind 'esac', behind a line's end: it takes 'esac' for a pattern",
                    "case a in a) c\n;; esac| d\n",
                    "(?<=[\\n&;])([ \\t]*);;((?:\\s|#[^\\n]*\\n)*esac[|)])",
                    "$1  $2"),
            Peculiarity.replaced(
                    "a sign right behind 'esac': it takes 'esac' for a pattern",
                    "case a in a) c;; esac| d\n",
                    "(?<![;&\\s])([ \\t]*);;((?:\\s|#[^\\n]*\\n)*esac[|)])",
                    "$1; $2"),
            Peculiarity.replaced(
                    "a reserved word right behind a compound command",
                    "if (a) then b; fi\n",
                    "(\\)|\\}|\\]\\]|\\bfi|\\bdone|\\besac) (?=(?:then|do|fi|done|else|elif|esac)\\b|\\})",
                    "$1;"),
            new Peculiarity(
                    "redirections beside nothing but assignments",
                    "a=b >c\n",
                    TreeSitterCommands::assignmentsWithoutRedirections),
            new Peculiarity(
                    "behind a pipeline of three commands, or two assignments, it takes the next lines for arguments",
                    "a | b | c\nd >e\n",
                    TreeSitterCommands::linesEndedBySigns));

    private TreeSitterCommands() {}

    private static void singleNegations(Rewriting script) {
        for (MatchResult found : NEGATIONS.matcher(script.text()).results().toList()) {
            String signs = found.group();
            boolean odd = signs.chars().filter(c -> c == '!').count() % 2 == 1;
            int from = odd ? 1 : 0;
            script.put(found.start() + from, signs.substring(from).replace('!', ' '));
        }
    }

    private static void withoutTime(Rewriting script) {
        for (Command.Timed timed : Trees.all(Command.Timed.class, script.tree())) {
            script.blank(timed.start(), timed.command().start());
        }
    }

    private static void withoutCoprocesses(Rewriting script) {
        for (Command.Coprocess coprocess : Trees.all(Command.Coprocess.class, script.tree())) {
            script.blank(coprocess.start(), coprocess.command().start());
        }
    }

    private static void groupsNotNegated(Rewriting script) {
        for (Command.Pipeline pipeline : Trees.all(Command.Pipeline.class, script.tree())) {
            Command first = pipeline.stages().getFirst();
            boolean group = first instanceof Command.Group
                    || (first instanceof Command.Redirected redirected
                            && redirected.command() instanceof Command.Group);
            if (pipeline.negated() && group) {
                script.erase(pipeline.start(), pipeline.start() + 1);
            }
        }
    }

    private static void withoutVariables(Rewriting script) {
        for (MatchResult found : DESCRIPTOR.matcher(script.text()).results().toList()) {
            script.blank(found.start(), found.end());
            script.put(found.end() - 1, "1");
        }
    }

    /** Reads from files instead of the lines below, which go. */
    private static void withoutHereDocuments(Rewriting script) {
        for (Redirection redirection : Trees.all(Redirection.class, script.tree())) {
            redirection.document().ifPresent(document -> {
                int operator =
                        script.text().lastIndexOf("<<", redirection.target().start());
                if (operator < 0) {
                    return;
                }
                script.put(operator, redirection.operator().equals("<<-") ? "<  " : "< ");
                int end = script.text().indexOf('\n', document.body().end());
                script.erase(document.body().start(), end < 0 ? script.text().length() : end);
            });
        }
    }

    private static void withoutBrackets(Rewriting script) {
        for (Command.Simple simple : Trees.all(Command.Simple.class, script.tree())) {
            if (simple.name().filter("["::equals).isPresent()
                    && !simple.words().getLast().isUnquoted("]")) {
                script.put(simple.words().getFirst().start(), "x");
            }
        }
    }

    private static void assignmentsWithoutRedirections(Rewriting script) {
        for (Command.Simple simple : Trees.all(Command.Simple.class, script.tree())) {
            boolean alone = simple.words().isEmpty() && !simple.assignments().isEmpty();
            int last = simple.assignments().stream()
                    .mapToInt(assignment -> assignment.value().end())
                    .max()
                    .orElse(0);
            boolean documents = simple.redirections().stream()
                    .anyMatch(redirection -> redirection.document().isPresent());
            if (alone && !documents && last < simple.end()) {
                script.erase(last, simple.end());
            }
        }
    }

    private static void linesEndedBySigns(Rewriting script) {
        for (Object node : Trees.nodes(script.tree())) {
            boolean runsOn = switch (node) {
                case Command.Pipeline pipeline -> pipeline.stages().size() > 2;
                case Command.Simple simple ->
                    simple.words().isEmpty() && simple.assignments().size() > 1;
                default -> false;
            };
            if (runsOn) {
                endBySign(script, ((Command) node).end());
            }
        }
    }

    private static void endBySign(Rewriting script, int end) {
        int line = end;
        while (line < script.text().length() && " \t".indexOf(script.text().charAt(line)) >= 0) {
            line++;
        }
        if (script.text().startsWith("\n", line)) {
            script.put(line, ";");
        } else if (script.text().startsWith("#", line)) {
            script.blank(line, script.text().indexOf('\n', line));
            script.put(line, ";");
        }
    }
}
