package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import io.kanilint.shell.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes words apart as pflag and cobra do: {@code --name value}, {@code --name=value}, {@code -n value}, {@code -nvalue},
 * {@code -n=value}; a boolean takes a value only with {@code =}; any other flag swallows the next word, whatever it is;
 * {@code --} ends the flags, and what follows it is ignored; names are never abbreviated.
 */
final class FlagReader {
    private static final Value TRUE = Value.of("true");

    final List<FlagUse> uses = new ArrayList<>();
    final List<ExtraWord> extraWords = new ArrayList<>();

    /** Whether no word can hold flags that are not in {@link #uses}. */
    boolean complete = true;

    boolean help;

    @Nullable
    String command;

    private final FlagCatalogue catalogue;
    private final List<Field> words;
    private int at;

    /** Whether the word at hand may be the value of something before it that could not be read. */
    private boolean mayBeValue;

    private @Nullable FlagUse boolBefore;

    FlagReader(FlagCatalogue catalogue, List<Field> words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    void read() {
        while (at < words.size() && command == null) {
            String start = words.get(at).value().knownStart();
            if (isWhole() && start.equals("--")) {
                return;
            }
            FlagUse before = boolBefore;
            boolBefore = null;
            if (!isWhole() && (start.isEmpty() || start.equals("-"))) {
                unreadable();
            } else if (start.startsWith("--")) {
                longFlag(start.substring(2));
            } else if (start.startsWith("-") && start.length() > 1) {
                shortFlags(start);
            } else {
                word(start, before);
            }
        }
    }

    /** Whether all of the word at hand is known. */
    private boolean isWhole() {
        return words.get(at).known().isPresent();
    }

    private void unreadable() {
        complete = false;
        mayBeValue = true;
        at++;
    }

    private void word(String text, @Nullable FlagUse before) {
        Field field = words.get(at);
        complete &= !field.many();
        // nothing, and a lone dash, are words of which cobra takes no notice
        boolean counts = !mayBeValue && !(isWhole() && (text.isEmpty() || text.equals("-")));
        if (counts
                && isWhole()
                && extraWords.isEmpty()
                && FlagCatalogue.command(text).isPresent()) {
            command = text;
        } else if (counts) {
            extraWords.add(new ExtraWord(field.value(), at, before));
        }
        mayBeValue = false;
        at++;
    }

    private void longFlag(String text) {
        int equals = text.indexOf('=');
        if (equals < 0 && !isWhole()) {
            unreadable();
            return;
        }
        String name = equals < 0 ? text : text.substring(0, equals);
        Flag flag = catalogue.flag(name).orElse(null);
        if (equals >= 0) {
            attached("--" + name, flag, "--".length() + equals + 1);
        } else if (name.equals("help")) {
            help = true;
            at++;
        } else if (flag != null && flag.type().isBool()) {
            alone("--" + name, flag);
            at++;
        } else {
            detached("--" + name, flag);
        }
    }

    private void shortFlags(String text) {
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            Flag flag = catalogue.shorthand(letter).orElse(null);
            boolean last = i + 1 == text.length() && isWhole();
            boolean equals =
                    i + 1 < text.length() && text.charAt(i + 1) == '=' && !(i + 2 == text.length() && isWhole());
            if (flag == null && letter == 'h') {
                help = true;
            } else if (flag == null) {
                detached("-" + letter, null);
                return;
            } else if (equals || (!flag.type().isBool() && !last)) {
                attached("-" + letter, flag, equals ? i + 2 : i + 1);
                return;
            } else if (!flag.type().isBool()) {
                detached("-" + letter, flag);
                return;
            } else {
                alone("-" + letter, flag);
            }
        }
        complete &= isWhole();
        mayBeValue = false;
        at++;
    }

    private void alone(String written, Flag flag) {
        boolBefore = new FlagUse(written, flag, TRUE, at, at);
        uses.add(boolBefore);
        mayBeValue = false;
    }

    /** The value begins inside the word. */
    private void attached(String written, @Nullable Flag flag, int start) {
        uses.add(new FlagUse(written, flag, words.get(at).value().from(start), at, at));
        mayBeValue = false;
        at++;
    }

    /** The value is the next word; that of an unknown flag may be. */
    private void detached(String written, @Nullable Flag flag) {
        int word = at++;
        mayBeValue = flag == null;
        if (flag == null || at == words.size()) {
            uses.add(new FlagUse(written, flag, null, word, word));
        } else {
            uses.add(new FlagUse(written, flag, words.get(at).value(), word, at++));
        }
    }
}
