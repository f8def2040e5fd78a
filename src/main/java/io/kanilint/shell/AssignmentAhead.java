package io.kanilint.shell;

import java.util.Optional;

/** Looks whether an assignment begins at the cursor, without moving it. */
final class AssignmentAhead {
    private final Cursor in;
    private final WordReader words;
    private int nameEnd;
    private int subscript = -1;
    private int subscriptEnd;
    private boolean append;
    private int valueStart = -1;

    AssignmentAhead(Cursor in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    /** Looks for {@code name=}, {@code name+=}, {@code name[index]=}. An unclosed bracket is an error, as in Bash. */
    AssignmentAhead look() {
        int start = in.index();
        int index = start;
        while (isNameCharacter(in.charAt(index), index == start)) {
            index = in.past(index + 1);
        }
        nameEnd = index;
        if (index > start) {
            sign(subscript(index));
        }
        return this;
    }

    /** The index behind {@code [index]=} at the cursor; the sign may be missing, as in Bash. */
    int afterElementName() {
        int after = subscript(in.index());
        sign(after);
        return found() ? valueStart : after;
    }

    private int subscript(int index) {
        if (in.charAt(index) != '[') {
            return index;
        }
        int at = in.at;
        int end = in.endIndex();
        in.moveTo(index + 1);
        subscript = index + 1;
        subscriptEnd = words.close('[', ']');
        int after = in.past(in.at);
        in.moveTo(end);
        in.at = at;
        return after;
    }

    private void sign(int index) {
        append = in.charAt(index) == '+';
        int equals = append ? in.past(index + 1) : index;
        if (in.charAt(equals) == '=') {
            valueStart = equals + 1;
        }
    }

    static boolean isNameCharacter(char c, boolean first) {
        return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (!first && c >= '0' && c <= '9');
    }

    boolean found() {
        return valueStart >= 0;
    }

    boolean append() {
        return append;
    }

    int valueStart() {
        return valueStart;
    }

    String name() {
        return in.text.substring(in.index(), nameEnd).replace("\\\n", "");
    }

    Optional<String> index() {
        return subscript < 0 ? Optional.empty() : Optional.of(in.text.substring(subscript, subscriptEnd));
    }
}
