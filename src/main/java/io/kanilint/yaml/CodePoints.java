package io.kanilint.yaml;

import io.kanilint.text.Source;
import java.util.BitSet;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The whole text in memory for SnakeYAML's scanner. Its own reader copies what it holds each time it reads another
 * thousand characters, so that a single long token costs the square of its length.
 */
final class CodePoints extends StreamReader {
    private final int[] codePoints;
    private int at;
    private int line;
    private int column;
    private int documentStart;

    CodePoints(Source source, BitSet blankTabs) {
        super("");
        this.codePoints = source.text().codePoints().toArray();
        blankTabs.stream().forEach(index -> codePoints[index] = ' ');
    }

    /** Index of the first character that no YAML file may hold; -1 if there is none. */
    int firstForbidden() {
        for (int i = 0; i < codePoints.length; i++) {
            if (!isPrintable(codePoints[i])) {
                return i;
            }
        }
        return -1;
    }

    int codePoint(int index) {
        return codePoints[index];
    }

    @Override
    public Mark getMark() {
        return new Mark("", at, line, column, codePoints, at);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        int end = Math.min(at + length, codePoints.length);
        while (at < end) {
            int c = codePoints[at++];
            if (LineBreaks.isBreak(c) && !(c == '\r' && peek() == '\n')) {
                line++;
                column = 0;
            } else if (c != Source.BYTE_ORDER_MARK && c != '\r') {
                column++;
            }
        }
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int index) {
        int wanted = at + index;
        return wanted < codePoints.length ? codePoints[wanted] : 0;
    }

    @Override
    public String prefix(int length) {
        return new String(codePoints, at, Math.min(length, codePoints.length - at));
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        int end = Math.min(at + length, codePoints.length);
        column += end - at;
        at = end;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getDocumentIndex() {
        return at - documentStart;
    }

    @Override
    public void resetDocumentIndex() {
        documentStart = at;
    }

    @Override
    public int getIndex() {
        return at;
    }

    @Override
    public int getLine() {
        return line;
    }
}
