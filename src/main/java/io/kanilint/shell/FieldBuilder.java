package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts the fields of one word together as its parts come in. */
final class FieldBuilder {
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n]+");
    /** GitLab's own variables hold references, names and paths: one word each. */
    private static final Pattern ONE_WORD = Pattern.compile("CI_[A-Z0-9_]*(#\\d+)?");

    private final List<Field> fields = new ArrayList<>();
    private Value current = Value.EMPTY;
    private boolean started;
    private boolean many;
    private boolean glob;

    /** Text that is not split. */
    void add(Value value) {
        current = current.plus(value);
        started = true;
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
        if (value.isKnown()) {
            addKnown(value.known().orElseThrow());
            return;
        }
        boolean alone = value.pieces().stream().allMatch(FieldBuilder::canBeSeveral);
        current = current.plus(value);
        started = true;
        many |= alone;
    }

    private static boolean canBeSeveral(Value.Piece piece) {
        return piece instanceof Value.Unknown(String name)
                && !ONE_WORD.matcher(name).matches();
    }

    private void addKnown(String text) {
        if (text.isEmpty()) {
            return;
        }
        String[] words = BLANKS.split(text, -1);
        for (int i = 0; i < words.length; i++) {
            if (i > 0) {
                end();
            }
            if (!words[i].isEmpty()) {
                add(Value.of(words[i]));
            }
        }
    }

    /** Several arguments at once: the first joins what is there, the last can be joined. */
    void addFields(List<Field> list) {
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                end();
            }
            add(list.get(i).value());
            many |= list.get(i).many();
        }
    }

    private void end() {
        if (started) {
            boolean onlyUnknown = current.pieces().stream().allMatch(Value.Unknown.class::isInstance);
            fields.add(new Field(current, glob || (many && onlyUnknown)));
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
