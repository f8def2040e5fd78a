package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts the fields of one word together as its parts come in. */
final class FieldBuilder {
    /** GitLab's own variables hold references, names and paths: one word each; so are the numbers that the shell keeps. */
    private static final Pattern ONE_WORD = Pattern.compile("CI_[A-Z0-9_]*(#\\d+)?|\\?|\\$[#$!](#\\d+)?");

    private static final Pattern GLOB = Pattern.compile("[*?]|\\[.+]");

    private final Optional<Separators> separators;
    private final List<Field> fields = new ArrayList<>();
    private Value current = Value.EMPTY;
    private boolean started;
    private boolean many;
    private boolean glob;
    /** Whether a field has just been ended by a blank: a separator behind it belongs to that end. */
    private boolean endedByBlank;

    FieldBuilder(Optional<Separators> separators) {
        this.separators = separators;
    }

    /** Text that is not split. */
    void add(Value value) {
        current = current.plus(value);
        started = true;
        endedByBlank = false;
    }

    /** Text that stands for the names of files. */
    void addGlob(String text) {
        add(Value.of(text));
        glob = true;
    }

    /**
     * What an unquoted expansion came to: split at blanks. Unknown and alone, it can be any number of fields; with text
     * around it, it is taken for one, since several would make no sense there.
     */
    void addSplit(Value value) {
        for (Value.Piece piece : value.pieces()) {
            if (piece instanceof Value.Text(String text)) {
                addKnown(text);
            } else {
                add(new Value(List.of(piece)));
                many |= canBeSeveral(piece);
            }
        }
    }

    private static boolean canBeSeveral(Value.Piece piece) {
        return piece instanceof Value.Unknown(String name)
                && !ONE_WORD.matcher(name).matches();
    }

    private void addKnown(String text) {
        Separators in = separators.orElse(Separators.USUAL);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (in.parts(c)) {
                addPlain(text.substring(start, i));
                start = i + 1;
                if (in.isBlank(c)) {
                    endedByBlank |= started;
                    end();
                } else {
                    separate();
                }
            }
        }
        addPlain(text.substring(start));
        many |= separators.isEmpty();
    }

    private void addPlain(String text) {
        if (!text.isEmpty()) {
            add(Value.of(text));
            glob |= GLOB.matcher(text).find();
        }
    }

    /** A separator that is no blank ends a field, perhaps an empty one. */
    private void separate() {
        if (!endedByBlank) {
            started = true;
            end();
        }
        endedByBlank = false;
    }

    /** Several arguments at once: the first joins what is there, the last can be joined. */
    void addFields(List<Field> list) {
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                end();
            }
            add(list.get(i).value());
            glob |= list.get(i).many();
        }
    }

    private void end() {
        if (started) {
            boolean onlyUnknown = current.pieces().stream().allMatch(Value.Unknown.class::isInstance);
            fields.add(new Field(current, glob || (many && (onlyUnknown || separators.isEmpty()))));
        }
        current = Value.EMPTY;
        started = false;
        many = false;
        glob = false;
    }

    List<Field> all() {
        end();
        return List.copyOf(fields);
    }
}
