package io.kanilint.yaml;

import java.util.Map;

/** Plain and quoted scalars, which may run over several lines: where each character of the value stands. */
final class FlowScalar {
    private static final Map<Character, String> ESCAPES = Map.ofEntries(
            Map.entry('0', "\0"),
            Map.entry('a', "\u0007"),
            Map.entry('b', "\b"),
            Map.entry('t', "\t"),
            Map.entry('\t', "\t"),
            Map.entry('n', "\n"),
            Map.entry('v', "\u000B"),
            Map.entry('f', "\f"),
            Map.entry('r', "\r"),
            Map.entry('e', "\u001B"),
            Map.entry(' ', " "),
            Map.entry('"', "\""),
            Map.entry('/', "/"),
            Map.entry('\\', "\\"),
            Map.entry('N', "\u0085"),
            Map.entry('_', "\u00A0"),
            Map.entry('L', "\u2028"),
            Map.entry('P', "\u2029"));
    private static final Map<Character, Integer> CODE_LENGTHS = Map.of('x', 2, 'u', 4, 'U', 8);

    private final YamlScalar scalar;
    private final String text;
    private final int end;
    private final Decoded decoded = new Decoded();
    private int at;

    private FlowScalar(YamlScalar scalar) {
        this.scalar = scalar;
        this.text = scalar.span().source().text();
        int quote = scalar.isPlain() ? 0 : 1;
        this.at = scalar.span().start() + quote;
        this.end = scalar.span().end() - quote;
    }

    static Decoded decode(YamlScalar scalar) {
        var flow = new FlowScalar(scalar);
        while (flow.at < flow.end) {
            flow.step();
        }
        return flow.decoded;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t' || isBreak(c)) {
            blanks();
        } else if (c == '\'' && scalar.style() == YamlScalar.Style.SINGLE_QUOTED) {
            decoded.add('\'', at);
            at += 2;
        } else if (c == '\\' && scalar.style() == YamlScalar.Style.DOUBLE_QUOTED && at + 1 < end) {
            escape();
        } else {
            decoded.add(c, at++);
        }
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Blanks within a line stay; around a line break they vanish, and the break becomes a blank or the empty lines after it. */
    private void blanks() {
        int start = at;
        int breaks = 0;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || isBreak(text.charAt(at)))) {
            if (isBreak(text.charAt(at)) && !(text.charAt(at) == '\n' && at > start && text.charAt(at - 1) == '\r')) {
                breaks++;
            }
            at++;
        }
        if (breaks == 0) {
            decoded.addAll(text, start, at);
        } else if (breaks == 1) {
            decoded.add(' ', start);
        }
        for (int i = 1; i < breaks; i++) {
            decoded.add('\n', start);
        }
    }

    private void escape() {
        int start = at;
        char code = text.charAt(at + 1);
        at += 2;
        if (isBreak(code)) {
            at = start + 1;
            continueLine();
        } else if (CODE_LENGTHS.containsKey(code)) {
            int digits = Math.min(CODE_LENGTHS.getOrDefault(code, 0), end - at);
            int codePoint = Integer.parseUnsignedInt(text.substring(at, at + digits), 16);
            at += digits;
            for (char c : Character.toChars(codePoint)) {
                decoded.add(c, start);
            }
        } else {
            decoded.add(ESCAPES.getOrDefault(code, "\\").charAt(0), start);
        }
    }

    private void continueLine() {
        int start = at;
        int before = 0;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            if (text.charAt(at) == '\n' && before++ > 0) {
                decoded.add('\n', start);
            }
            at++;
        }
    }
}
