package io.kanilint.shell;

import java.util.List;

/** Reads what begins with {@code $} or a backquote, and {@code <(…)}. */
final class ExpansionReader {
    private final Cursor in;
    private final WordReader words;

    ExpansionReader(Cursor in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    void expansion(Parts parts, boolean quoted) {
        in.enter();
        if (in.peek() == '`') {
            new BackquoteReader(in).read(parts, quoted);
        } else if (in.looksAt("$((") && arithmetic(parts, quoted)) {
            // read
        } else if (in.took("$(")) {
            parts.add(new WordPart.Substitution(body("$("), quoted));
        } else if (in.looksAt("${")) {
            new ParameterReader(in, words).read(parts, quoted);
        } else if (in.took("$[")) {
            int start = in.at;
            int end = words.close('[', ']');
            parts.add(new WordPart.Arithmetic(in.text.substring(start, end), quoted));
        } else {
            plain(parts, quoted);
        }
        in.leave();
    }

    void process(Parts parts) {
        in.enter();
        boolean output = in.peek() == '>';
        in.skip(2);
        parts.add(new WordPart.ProcessSubstitution(output, body(output ? ">(" : "<(")));
        in.leave();
    }

    private void plain(Parts parts, boolean quoted) {
        in.skip(1);
        var name = new StringBuilder();
        while (AssignmentAhead.isNameCharacter(in.peek(), name.isEmpty())) {
            name.append(in.peek());
            in.skip(1);
        }
        if (name.isEmpty() && !in.atEnd() && "0123456789@*#?$!-".indexOf(in.peek()) >= 0) {
            name.append(in.peek());
            in.skip(1);
        }
        if (name.isEmpty()) {
            parts.literal('$', quoted);
        } else {
            parts.add(new WordPart.Variable(name.toString(), "", null, quoted));
        }
    }

    /** Commands up to the closing parenthesis. Here-documents of the line around it wait until that line ends. */
    private Command.Sequence body(String opening) {
        int start = in.at;
        List<HereDocument> held = in.holdHereDocuments();
        in.substitutions++;
        try {
            Command.Sequence body = new CommandReader(in).until(")");
            if (!in.took(")")) {
                throw new ShellSyntaxException("%s is not closed".formatted(opening), start);
            }
            return body;
        } finally {
            in.substitutions--;
            in.resume(held);
        }
    }

    /** Reads <code>$((…))</code>; what is not closed by two parentheses is a substitution that begins with a subshell. */
    private boolean arithmetic(Parts parts, boolean quoted) {
        int start = in.index();
        int depth = in.depth;
        if (in.notArithmetic.contains(start)) {
            return false;
        }
        in.skip(3);
        int expression = in.at;
        int end = words.close('(', ')');
        if (!in.took(")")) {
            in.notArithmetic.add(start);
            in.moveTo(start);
            in.depth = depth;
            return false;
        }
        parts.add(new WordPart.Arithmetic(in.text.substring(expression, end), quoted));
        return true;
    }
}
