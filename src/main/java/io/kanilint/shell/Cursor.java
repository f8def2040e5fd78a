package io.kanilint.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in a script while it is read. Continued lines are skipped everywhere but in what is read raw. */
final class Cursor {
    final String text;
    /** Just past the last character that may be read. */
    final int limit;

    final Allowance allowance;
    /** Whether {@code @(…)} and the like are patterns: Bash takes them so only when told. */
    final boolean extendedGlobs;

    private final @Nullable Cursor whole;
    private final @Nullable Excerpt excerpt;
    private List<HereDocument> pending = new ArrayList<>();

    /** Index in the text, which is no offset in the script where the text is an excerpt. */
    int at;

    int depth;
    /** How many {@code $(…)} are open. */
    int substitutions;
    /** What is still open at the end of the text, if anything is. */
    @Nullable
    String unclosed;

    /** Where <code>$((</code> or <code>((</code> turned out not to be arithmetic. */
    final Set<Integer> notArithmetic;

    private int end;

    Cursor(String script) {
        this.text = script;
        this.limit = script.length();
        this.allowance = new Allowance();
        this.extendedGlobs = script.contains("extglob");
        this.notArithmetic = new HashSet<>();
        this.whole = null;
        this.excerpt = null;
    }

    private Cursor(Cursor whole, String text, int from, int limit, @Nullable Excerpt excerpt) {
        this.text = text;
        this.at = from;
        this.end = from;
        this.limit = limit;
        this.allowance = whole.allowance;
        this.extendedGlobs = whole.extendedGlobs;
        this.notArithmetic = excerpt == null ? whole.notArithmetic : new HashSet<>();
        this.depth = whole.depth;
        this.whole = whole;
        this.excerpt = excerpt;
    }

    /** A stretch of this text, read on its own. */
    Cursor stretch(int from, int limit) {
        return new Cursor(this, text, from, limit, null);
    }

    Cursor excerpt(Excerpt excerpt) {
        allowance.copy(excerpt.text().length(), at);
        return new Cursor(this, excerpt.text(), 0, excerpt.text().length(), excerpt);
    }

    /** The offset in the script of the next character. */
    int start() {
        return offset(past(at));
    }

    /** The offset in the script just past the last character read. */
    int end() {
        return end == 0 ? offset(0) : offset(end - 1) + 1;
    }

    private int offset(int index) {
        int inWhole = excerpt == null ? index : excerpt.source(index);
        return whole == null ? inWhole : whole.offset(inWhole);
    }

    boolean atEnd() {
        return past(at) >= limit;
    }

    /** The next character; at the end, a null character. */
    char peek() {
        return charAt(past(at));
    }

    char peek(int ahead) {
        int index = past(at);
        for (int i = 0; i < ahead; i++) {
            index = past(index + 1);
        }
        return charAt(index);
    }

    char charAt(int index) {
        return index < limit ? text.charAt(index) : '\0';
    }

    boolean looksAt(String expected) {
        int index = past(at);
        for (int i = 0; i < expected.length(); i++) {
            if (charAt(index) != expected.charAt(i)) {
                return false;
            }
            index = past(index + 1);
        }
        return true;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            at = Math.min(past(at) + 1, limit);
        }
        end = at;
    }

    boolean took(String expected) {
        boolean found = looksAt(expected);
        if (found) {
            skip(expected.length());
        }
        return found;
    }

    /** Everything before this index has been read. */
    void moveTo(int index) {
        at = index;
        end = index;
    }

    /** The index of the next character. */
    int index() {
        at = past(at);
        return at;
    }

    /** The index just past the last character read. */
    int endIndex() {
        return end;
    }

    /** The index behind any continued lines: backslashes with the line break after them. */
    int past(int index) {
        int past = index;
        while (past + 1 < limit && text.charAt(past) == '\\' && text.charAt(past + 1) == '\n') {
            past += 2;
        }
        return past;
    }

    /** Skips blanks, continued lines and a comment; stops at a line break. */
    void skipBlanks() {
        at = past(at);
        while (peek() == ' ' || peek() == '\t') {
            at = past(past(at) + 1);
        }
        if (peek() == '#') {
            int lineEnd = text.indexOf('\n', at, limit);
            at = lineEnd < 0 ? limit : lineEnd;
        }
    }

    void skipBlanksAndLines() {
        skipBlanks();
        while (peek() == '\n') {
            lineBreak();
            skipBlanks();
        }
    }

    /** Moves past a line break and the here-documents that begin after it. */
    void lineBreak() {
        at = past(at) + 1;
        List<HereDocument> documents = pending;
        pending = new ArrayList<>();
        for (HereDocument document : documents) {
            new HereDocumentReader(this).read(document);
        }
    }

    void expect(HereDocument document) {
        pending.add(document);
    }

    /** Those that wait for the end of the line; inside of a substitution lines end without them. */
    List<HereDocument> holdHereDocuments() {
        List<HereDocument> held = pending;
        pending = new ArrayList<>();
        return held;
    }

    void resume(List<HereDocument> held) {
        pending = held;
    }

    void enter() {
        allowance.nest(++depth, at);
    }

    void leave() {
        depth--;
    }
}
