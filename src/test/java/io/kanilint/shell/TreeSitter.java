package io.kanilint.shell;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TreeSitterBash;

/** What tree-sitter-bash makes of a script, in the form of {@link Boundaries}. */
final class TreeSitter {
    private static final Set<String> NOT_WORDS =
            Set.of("file_redirect", "herestring_redirect", "heredoc_redirect", "comment");

    private final TreeSet<String> lines = new TreeSet<>();
    private final int[] offsets;
    private final String script;

    private TreeSitter(String script) {
        this.script = script;
        offsets = new int[script.getBytes(StandardCharsets.UTF_8).length + 1];
        int at = 0;
        for (int i = 0; i < script.length(); i++) {
            int length = script.substring(i, i + 1).getBytes(StandardCharsets.UTF_8).length;
            for (int j = 0; j < length; j++) {
                offsets[at++] = i;
            }
        }
        offsets[at] = script.length();
    }

    /** Empty where tree-sitter cannot read the script either. */
    static Optional<TreeSet<String>> boundaries(String script) {
        var reading = new TreeSitter(script);
        var parser = new TSParser();
        parser.setLanguage(new TreeSitterBash());
        TSNode root = parser.parseString(null, script).getRootNode();
        if (root.hasError()) {
            return Optional.empty();
        }
        reading.visit(root);
        return Optional.of(reading.lines);
    }

    private void visit(TSNode node) {
        switch (node.getType()) {
            case "command" -> simple(node);
            case "variable_assignment", "variable_assignments" -> {
                if (!Set.of("command", "declaration_command", "variable_assignments", "c_style_for_statement")
                        .contains(node.getParent().getType())) {
                    simple(node);
                }
            }
            case "declaration_command", "unset_command" -> simple(node);
            case "test_command" -> {
                if (script.startsWith("[[", start(node)) || script.startsWith("((", start(node))) {
                    add("test", start(node), end(node));
                } else {
                    simple(node);
                }
            }
            case "negated_command" -> add("negated", start(node), 0);
            case "subshell" -> add("subshell", start(node), end(node));
            case "compound_statement" ->
                add(script.startsWith("((", start(node)) ? "test" : "group", start(node), end(node));
            case "if_statement" -> add("if", start(node), end(node));
            case "case_statement" -> add("case", start(node), end(node));
            case "for_statement", "c_style_for_statement" -> add("for", start(node), end(node));
            case "while_statement" -> add("while", start(node), end(node));
            case "function_definition" -> add("function", start(node), 0);
            default -> {}
        }
        if (!node.getType().equals("arithmetic_expansion")) {
            for (int i = 0; i < node.getChildCount(); i++) {
                visit(node.getChild(i));
            }
        }
    }

    private void simple(TSNode node) {
        int start = -1;
        int end = -1;
        for (int i = 0; i < node.getChildCount(); i++) {
            TSNode child = node.getChild(i);
            if (!NOT_WORDS.contains(child.getType())) {
                start = start < 0 ? start(child) : start;
                end = end(child);
            }
        }
        if (start >= 0) {
            add("simple", start, end);
        }
    }

    private void add(String kind, int start, int end) {
        lines.add("%s %d-%s".formatted(kind, start, end == 0 ? "" : end));
    }

    private int start(TSNode node) {
        return offsets[node.getStartByte()];
    }

    private int end(TSNode node) {
        return offsets[node.getEndByte()];
    }
}
