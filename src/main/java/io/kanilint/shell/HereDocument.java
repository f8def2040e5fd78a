package io.kanilint.shell;

import java.util.List;

/** The text below a {@code <<}: it is read when its line has ended, so it is filled in after its redirection. */
public final class HereDocument {
    private final String delimiter;
    private final boolean quoted;
    private final boolean stripsTabs;
    private Word body = new Word(List.of(), 0, 0);

    HereDocument(String delimiter, boolean quoted, boolean stripsTabs) {
        this.delimiter = delimiter;
        this.quoted = quoted;
        this.stripsTabs = stripsTabs;
    }

    /** The line that ends it, quotes removed. */
    public String delimiter() {
        return delimiter;
    }

    /** Whether its delimiter is quoted: then nothing in it is expanded. */
    public boolean quoted() {
        return quoted;
    }

    /** Whether tabs at the beginning of its lines are dropped ({@code <<-}). */
    public boolean stripsTabs() {
        return stripsTabs;
    }

    /** Its lines without the delimiter's; every part counts as quoted. Its offsets are those of the lines as written. */
    public Word body() {
        return body;
    }

    void read(Word body) {
        this.body = body;
    }

    @Override
    public String toString() {
        return "HereDocument[delimiter=%s, quoted=%s, stripsTabs=%s, body=%s]"
                .formatted(delimiter, quoted, stripsTabs, body);
    }
}
