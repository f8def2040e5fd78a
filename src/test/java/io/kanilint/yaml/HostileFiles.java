package io.kanilint.yaml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files written to hurt a reader, some as large as a file may be, by name. */
public final class HostileFiles {
    private static final int MOST = YamlLimits.DEFAULT.characters();
    private static final int SOME = MOST / 16;

    private HostileFiles() {}

    public static Map<String, Supplier<String>> all() {
        var files = new LinkedHashMap<String, Supplier<String>>();
        files.put("five megabytes", () -> "a: b\n".repeat(1024 * 1024));
        for (String piece : new String[] {
            "[",
            "{",
            "]",
            "}",
            "- ",
            "? ",
            ": ",
            "&a ",
            "*a ",
            "\"",
            "'",
            "!",
            "! ",
            "!a ",
            "!<a> ",
            "!<",
            "%",
            "%a\n",
            "|",
            "| ",
            ">\n",
            "#",
            "# \n",
            "a",
            "a ",
            "a\n",
            "a:",
            "a: ",
            "a: b\n",
            "a,",
            "[a,",
            "{a: ",
            "[],",
            "-",
            "--- ",
            "---\n",
            "...\n",
            "\n",
            " ",
            "\t",
            "\r",
            "\r\n",
            "\u0085",
            "\u2028",
            "é",
            "😀",
            "\uFEFF",
            "\uFFFD",
            "\\",
            "\"\\",
            "\"\\U",
            "\"\\UFFFFFFFF\" ",
            "\"\\x4\" ",
            "\"\\uD83D",
            "? - ",
            "- ? ",
            "- - [",
            "<<: ",
            "<<: {a: b}\n",
            "!!binary ",
            "!reference [",
            "`",
            "@",
            "- |\n",
            "- >+\n\n",
            "- |9\n",
            "- |9+\n         a\n",
            "- a\n",
            "- 'a'\n",
            "- \"\\n\"\n",
            "\0",
            "\u0007",
            "\uD83D",
            "\uDE00",
            "a\tb ",
            "a:\tb\n",
            "!%41",
            "*",
            "&"
        }) {
            files.put("many " + name(piece), () -> repeat(piece, MOST));
            files.put("a key and many " + name(piece), () -> "k: " + repeat(piece, SOME));
            files.put("a text of many " + name(piece), () -> "k: \"" + repeat(piece, SOME));
            files.put("lines of many " + name(piece), () -> "k: |\n  " + repeat(piece, SOME));
        }
        files.put("nested blocks", () -> nested(10_000, "", ":"));
        files.put("nested blocks of lists", () -> nested(1_400, "", "-"));
        files.put("alias bomb of lists", () -> bomb("[%s]"));
        files.put("alias bomb of mappings", () -> bomb("{a: [%s]}"));
        files.put("alias bomb of merges", () -> bomb("{<<: [%s], k%d: v}"));
        files.put("chain of merges", () -> chain("{<<: *a%d, k%d: v}"));
        files.put("chain of lists", () -> chain("[*a%d, %d]"));
        files.put(
                "many aliases of a large node",
                () -> "a: &a [" + "x,".repeat(500_000) + "]\nb:\n" + "  - *a\n".repeat(140_000));
        files.put("many merges of a large mapping", () -> large() + "b:\n  <<: [" + "*a,".repeat(300_000) + "]\n");
        files.put("many mappings that merge a large one", () -> large() + "b:\n" + "  - <<: *a\n".repeat(100_000));
        files.put("an alias of itself", () -> "a: &a [*a]\n");
        files.put("a merge of itself", () -> "a: &a\n  <<: *a\n");
        files.put("an alias of nothing", () -> "a: *b\n");
        files.put("one anchor again and again", () -> "- &a x\n- *a\n".repeat(150_000));
        files.put(
                "a long tag prefix",
                () -> "%TAG ! tag:" + "x".repeat(1_000_000) + "\n---\n" + "- !a b\n".repeat(100_000));
        files.put("a version of the future", () -> "%YAML 9\n---\na: b\n");
        files.put("a version too long for a number", () -> "%YAML 1.99999999999\n---\na: b\n");
        files.put("a digit that is not ASCII", () -> "a: |\uD835\uDFDB\n  b\n");
        files.put("a header of much indentation", () -> "a: |1\n" + " ".repeat(1_000_000) + "b\n");
        files.put("a key too long to be one", () -> "a".repeat(2_000_000) + ": b\n");
        files.put("invalid UTF-8", () -> latin1("a: \u00e9\u00ff\u00c3(\n"));
        files.put(
                "UTF-16, little end first",
                () -> new String("\uFEFFjob:\n".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_8));
        files.put(
                "UTF-16, big end first",
                () -> new String("\uFEFFjob:\n".getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_8));
        files.put("nothing", () -> "");
        files.put("a comment", () -> "# nothing");
        files.put("a mark", () -> "---");
        files.put("an end", () -> "...");
        return files;
    }

    private static String name(String piece) {
        return piece.codePoints()
                .mapToObj(c -> c > 32 && c < 127 ? Character.toString(c) : "U+%04X".formatted(c))
                .collect(Collectors.joining(" "));
    }

    private static String repeat(String piece, int length) {
        return piece.repeat((length - 10) / piece.length());
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String nested(int levels, String head, String mark) {
        var text = new StringBuilder(head);
        for (int i = 0; i < levels && text.length() < MOST - levels; i++) {
            text.append(" ".repeat(i)).append(mark.equals("-") ? "-\n" : "a:\n");
        }
        return text.toString();
    }

    private static String bomb(String form) {
        var text = new StringBuilder("a0: &a0 {x: y}\n");
        for (int i = 1; i < 100; i++) {
            int below = i - 1;
            String aliases = IntStream.range(0, 10).mapToObj(_ -> "*a" + below).collect(Collectors.joining(", "));
            text.append("a%d: &a%d ".formatted(i, i))
                    .append(form.formatted(aliases, i))
                    .append('\n');
        }
        return text.toString();
    }

    private static String chain(String form) {
        var text = new StringBuilder(".x:\n  - &a0 {x: y}\n");
        for (int i = 1; text.length() < MOST - 100; i++) {
            text.append("  - &a%d ".formatted(i))
                    .append(form.formatted(i - 1, i))
                    .append('\n');
        }
        return text.toString();
    }

    private static String large() {
        return "a: &a\n"
                + IntStream.range(0, 100_000).mapToObj("  k%d: v\n"::formatted).collect(Collectors.joining());
    }
}
