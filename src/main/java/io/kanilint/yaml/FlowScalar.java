package io.kanilint.yaml;

import java.util.Map;

/** Plain and quoted scalars, which may run over several lines: where each character of the value stands. */
final class FlowScalar {
    private static final Map<Character, Integer> CODE_LENGTHS = Map.of('x', 2, 'u', 4, 'U', 8);

    /** Escapes of one letter, and below each what it stands for. */
    private static final String ESCAPES = "0abt\tnvfre \"/\\N_LP";

    private static final String ESCAPED = "\0\u0007\b\t\t\n\u000B\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029";

    private final YamlScalar scalar;
    private final String text;
    private final int end;
    private final Decoded decoded;
    private int at;

    private FlowScalar(YamlScalar scalar) {
        this.scalar = scalar;
        this.text = scalar.span().source().text();
        this.decoded = new Decoded(scalar.value().length());
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
        if (LineBreaks.isBlank(c) || LineBreaks.isBreak(c)) {
            blanks();
        } else if (c == '\'' && scalar.style() == YamlScalar.Style.SINGLE_QUOTED) {
            decoded.add('\'', at, at + 2);
            at += 2;
        } else if (c == '\\' && scalar.style() == YamlScalar.Style.DOUBLE_QUOTED && at + 1 < end) {
            escape();
        } else {
            decoded.add(c, at, ++at);
        }
    }

    /** Blanks within a line stay; around a line break they vanish, and the break becomes a blank or the empty lines after it. */
    private void blanks() {
        int start = at;
        skipBlanks();
        int length = LineBreaks.length(text, at);
        if (length == 0 || at >= end) {
            decoded.addAll(text, start, at);
            return;
        }
        char value = LineBreaks.value(text, at);
        at += length;
        int before = decoded.length();
        if (value != '\n') {
            decoded.add(value, start, at);
        }
        emptyLines();
        if (value == '\n' && decoded.length() == before) {
            decoded.add(' ', start, at);
        }
    }

    /** Blank lines at the start of a line: each is a line break of the value. */
    private void emptyLines() {
        skipBlanks();
        for (int length = LineBreaks.length(text, at); length > 0; length = LineBreaks.length(text, at)) {
            decoded.add(LineBreaks.value(text, at), at, at + length);
            at += length;
            skipBlanks();
        }
    }

    private void skipBlanks() {
        while (at < end && LineBreaks.isBlank(text.charAt(at))) {
            at++;
        }
    }

    private void escape() {
        int start = at;
        char code = text.charAt(at + 1);
        at += 2;
        if (LineBreaks.isBreak(code)) {
            at = start + 1 + LineBreaks.length(text, start + 1);
            emptyLines();
        } else if (CODE_LENGTHS.containsKey(code)) {
            int digits = Math.min(CODE_LENGTHS.getOrDefault(code, 0), end - at);
            int codePoint = Integer.parseUnsignedInt(text.substring(at, at + digits), 16);
            at += digits;
            for (char c : Character.toChars(codePoint)) {
                decoded.add(c, start, at);
            }
        } else {
            decoded.add(ESCAPED.charAt(ESCAPES.indexOf(code)), start, at);
        }
    }
}
