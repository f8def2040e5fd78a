package io.kanilint.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TreeSitterBash;

/**
 * Where tree-sitter-bash sees commands begin and end. It draws some trees in its own way, which is put right here: words
 * behind a redirection's target it calls further targets, {@code [ … ]} a test, braces of a loop a group.
 */
final class TreeSitter {
    private static final Set<String> REDIRECTIONS =
            Set.of("file_redirect", "herestring_redirect", "heredoc_redirect", "comment");
    private static final Set<String> ASSIGNING =
            Set.of("command", "declaration_command", "variable_assignments", "c_style_for_statement");

    /** @param error whether something could not be read */
    record Reading(TreeSet<Boundary> boundaries, boolean error) {}

    private final TreeSet<Boundary> found = new TreeSet<>();
    private final int[] offsets;
    private final String script;

    private TreeSitter(String script) {
        this.script = script;
        offsets = new int[script.getBytes(StandardCharsets.UTF_8).length + 1];
        int at = 0;
        for (int i = 0; i < script.length(); ) {
            int characters = Character.charCount(script.codePointAt(i));
            int bytes = script.substring(i, i + characters).getBytes(StandardCharsets.UTF_8).length;
            for (int j = 0; j < bytes; j++) {
                offsets[at++] = i;
            }
            i += characters;
        }
        offsets[at] = script.length();
    }

    static Reading read(String script) {
        var reading = new TreeSitter(script);
        var parser = new TSParser();
        parser.setLanguage(new TreeSitterBash());
        TSNode root = parser.parseString(null, script).getRootNode();
        reading.visit(root);
        return new Reading(reading.found, root.hasError());
    }

    private void visit(TSNode node) {
        switch (node.getType()) {
            case "command", "declaration_command", "unset_command" -> simple(node);
            case "variable_assignment" -> assignment(node);
            case "variable_assignments" -> add("simple", start(node), end(node));
            case "test_command" -> test(node);
            case "negated_command" -> add("negated", start(node), start(node));
            case "subshell" -> add("subshell", start(node), end(node));
            case "compound_statement" -> group(node);
            case "if_statement" -> add("if", start(node), end(node));
            case "case_statement" -> add("case", start(node), end(node));
            case "for_statement", "c_style_for_statement" -> add("for", start(node), end(node));
            case "while_statement" -> add("while", start(node), end(node));
            case "function_definition" -> add("function", start(node), start(node));
            default -> {}
        }
        for (TSNode child : children(node)) {
            visit(child);
        }
    }

    private void simple(TSNode node) {
        var words = new ArrayList<TSNode>();
        children(node).stream()
                .filter(child -> !REDIRECTIONS.contains(child.getType()))
                .forEach(words::add);
        TSNode parent = node.getParent();
        if (words.size() == 1 && isArithmetic(words.getFirst())) {
            add("arithmetic", start(node), end(node));
            return;
        }
        children(node).stream()
                .filter(child -> child.getType().equals("file_redirect"))
                .forEach(redirect -> words.addAll(furtherTargets(redirect)));
        if (parent.getType().equals("redirected_statement")) {
            children(parent).stream()
                    .filter(child -> child.getType().equals("file_redirect"))
                    .forEach(redirect -> words.addAll(furtherTargets(redirect)));
        }
        words(words);
    }

    private void words(List<TSNode> words) {
        if (!words.isEmpty()) {
            add(
                    "simple",
                    words.stream().mapToInt(this::start).min().getAsInt(),
                    words.stream().mapToInt(this::end).max().getAsInt());
        }
    }

    private boolean isArithmetic(TSNode word) {
        return script.startsWith("((", start(word)) && script.startsWith("))", end(word) - 2);
    }

    private List<TSNode> furtherTargets(TSNode redirect) {
        List<TSNode> targets = children(redirect).stream()
                .filter(child -> child.isNamed() && !child.getType().equals("file_descriptor"))
                .toList();
        return targets.subList(Math.min(1, targets.size()), targets.size());
    }

    private void assignment(TSNode node) {
        String parent = node.getParent().getType();
        if (parent.equals("declaration_command") || parent.equals("c_style_for_statement")) {
            return;
        }
        add("assignment", end(node), end(node));
        if (!ASSIGNING.contains(parent)) {
            add("simple", start(node), end(node));
        }
    }

    private void test(TSNode node) {
        if (script.startsWith("[[", start(node))) {
            add("test", start(node), end(node));
        } else if (script.startsWith("((", start(node))) {
            add("arithmetic", start(node), end(node));
        } else {
            add("simple", start(node), end(node));
        }
    }

    private void group(TSNode node) {
        if (script.startsWith("((", start(node))) {
            add("arithmetic", start(node), end(node));
        } else if (!node.getParent().getType().equals("c_style_for_statement")) {
            add("group", start(node), end(node));
        }
    }

    private static List<TSNode> children(TSNode node) {
        var children = new ArrayList<TSNode>();
        for (int i = 0; i < node.getChildCount(); i++) {
            children.add(node.getChild(i));
        }
        return children;
    }

    private void add(String kind, int start, int end) {
        found.add(new Boundary(kind, start, end));
    }

    private int start(TSNode node) {
        return offsets[node.getStartByte()];
    }

    private int end(TSNode node) {
        return offsets[node.getEndByte()];
    }
}
