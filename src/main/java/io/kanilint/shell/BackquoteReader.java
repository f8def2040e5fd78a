package io.kanilint.shell;

/** Reads {@code `…`}. Backslashes in it protect {@code $}, {@code `} and {@code \} and vanish before it is parsed. */
final class BackquoteReader {
    private final Cursor in;

    BackquoteReader(Cursor in) {
        this.in = in;
    }

    void read(Parts parts, boolean quoted) {
        int start = in.index() + 1;
        int end = start;
        var script = new Excerpt.Builder();
        boolean escapes = false;
        while (end < in.limit && in.text.charAt(end) != '`') {
            if (in.text.charAt(end) == '\\' && end + 1 < in.limit) {
                if ((quoted ? "$`\\\"" : "$`\\").indexOf(in.text.charAt(end + 1)) >= 0) {
                    script.drop();
                    escapes = true;
                } else {
                    script.keep('\\');
                }
                end++;
            }
            script.keep(in.text.charAt(end));
            end++;
        }
        if (end >= in.limit) {
            throw new ShellSyntaxException("a ` is not closed", start);
        }
        Cursor nested = escapes ? in.excerpt(script.build(start)) : in.stretch(start, end);
        parts.add(new WordPart.Substitution(new CommandReader(nested).script(), quoted));
        in.moveTo(end + 1);
    }
}
