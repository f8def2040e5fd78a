package io.kanilint.yaml;

import java.util.List;
import java.util.Random;

/** Nested mappings and lists, written by dice in all the ways people write them. */
final class RandomDocuments {
    private static final int DEEPEST = 4;

    private final Random dice;
    private final RandomScalars scalars;
    private final StringBuilder text = new StringBuilder();
    private int anchors;
    private int keys;

    RandomDocuments(Random dice) {
        this.dice = dice;
        this.scalars = new RandomScalars(dice);
    }

    String write() {
        text.append(scalars.pick(List.of("", "", "\uFEFF", "# first 😀\n\n", "---\n", "%YAML 1.1\n---\n")));
        if (dice.nextBoolean()) {
            map(0, 0);
        } else {
            list(0, 0);
        }
        return text.append(scalars.pick(List.of("", "\n# end", "...\n", "---\nsecond: [document]\n")))
                .toString();
    }

    private void map(int indent, int depth) {
        for (int i = 1 + dice.nextInt(3); i > 0; i--) {
            text.append(" ".repeat(indent));
            mapEntry(indent, depth);
        }
    }

    /** One key and its value; the indentation is written already, the line is ended here. */
    private void mapEntry(int indent, int depth) {
        String key = key();
        text.append(dice.nextInt(15) == 0 ? "? " + key + "\n" + " ".repeat(indent) : key)
                .append(":");
        value(indent, depth, true);
    }

    private String key() {
        String name = "k" + keys++;
        return scalars.pick(
                List.of(name, name, name, "'" + name + " x'", "\"" + name + "\\n\"", "&" + anchor() + " " + name));
    }

    private void list(int indent, int depth) {
        for (int i = 1 + dice.nextInt(3); i > 0; i--) {
            text.append(" ".repeat(indent)).append('-');
            value(indent, depth, false);
        }
    }

    /** A value behind a colon or a dash. */
    private void value(int indent, int depth, boolean inMap) {
        int kind = depth >= DEEPEST ? 3 + dice.nextInt(4) : dice.nextInt(7);
        String properties = scalars.chance(20) ? " &" + anchor() : scalars.chance(10) ? " !t" : "";
        int inner = indent + 1 + dice.nextInt(4);
        switch (kind) {
            case 0 -> {
                text.append(properties).append(lineEnd());
                map(inner, depth + 1);
            }
            case 1 -> {
                text.append(properties).append(lineEnd());
                list(inMap && dice.nextBoolean() ? indent : inner, depth + 1);
            }
            case 2 -> compact(indent, depth, inMap, properties);
            case 3 -> text.append(properties).append(' ').append(flow(0)).append(lineEnd());
            case 4 -> text.append(scalars.chance(50) ? "" : " " + alias()).append(lineEnd());
            default -> scalar(properties, indent + 1);
        }
    }

    /** A collection that begins on the line of the dash. */
    private void compact(int indent, int depth, boolean inMap, String properties) {
        if (inMap) {
            scalar(properties, indent + 1);
        } else if (dice.nextBoolean()) {
            text.append(' ');
            mapEntry(indent + 2, depth + 1);
            if (dice.nextBoolean()) {
                map(indent + 2, depth + 1);
            }
        } else {
            text.append(" -");
            value(indent + 2, depth + 1, false);
        }
    }

    private void scalar(String properties, int indent) {
        String scalar = scalars.any(indent);
        boolean endsLine = scalar.matches("(?s).*[\n\r\u0085\u2028\u2029]");
        text.append(properties).append(' ').append(scalar).append(endsLine ? "" : lineEnd());
    }

    private String flow(int depth) {
        if (depth > 2 || scalars.chance(40)) {
            return scalars.pick(
                    List.of("a", "'b, c'", "\"d\\u00e9\"", "f g", "😀", alias(), "&" + anchor() + " h", "!t i"));
        }
        String space = scalars.pick(List.of("", " ", "\n        ", " # why\n         "));
        String first = flow(depth + 1);
        String second = flow(depth + 1);
        return switch (dice.nextInt(6)) {
            case 0 -> "[]";
            case 1 -> "{ }";
            case 2 -> "[" + space + first + " ," + space + second + space + "]";
            case 3 -> "{" + space + "a: " + first + "," + space + "b : " + second + "}";
            case 4 -> "[p: " + first + " , " + second + "]";
            default -> "!reference [a, 'b']";
        };
    }

    private String anchor() {
        return "n" + anchors++;
    }

    /** Sometimes an alias of what is still open, or of nothing: such a file is refused. */
    private String alias() {
        return anchors > 1 && scalars.chance(60) ? "*n" + dice.nextInt(anchors) : "none";
    }

    private String lineEnd() {
        return scalars.pick(
                List.of("\n", "\n", "\n", " \n", "  # why\n", "\n\n", "\n# between\n", "\n      # deeper\n"));
    }
}
