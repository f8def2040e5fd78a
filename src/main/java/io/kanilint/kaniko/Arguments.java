package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words after the executor, read as its flag parser (pflag) reads them: {@code --name value}, {@code --name=value},
 * and {@code -n value}; a boolean takes a value only with {@code =}. Values keep variables as {@code ${NAME}}.
 */
public record Arguments(List<Field> words) {

    public Arguments {
        words = List.copyOf(words);
    }

    /** Every value of a flag, in order. */
    List<String> values(String name, String shorthand) {
        var values = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).value().pattern();
            if (word.startsWith("--" + name + "=")) {
                values.add(word.substring(name.length() + 3));
            } else if (word.startsWith("-" + shorthand + "=") && !shorthand.isEmpty()) {
                values.add(word.substring(shorthand.length() + 2));
            } else if ((word.equals("--" + name) || word.equals("-" + shorthand)) && i + 1 < words.size()) {
                values.add(words.get(++i).value().pattern());
            }
        }
        return values;
    }

    Optional<String> value(String name, String shorthand) {
        List<String> values = values(name, shorthand);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    /** Whether a boolean flag is set. */
    boolean isSet(String name) {
        boolean set = false;
        for (Field word : words) {
            String text = word.value().pattern();
            if (text.equals("--" + name)) {
                set = true;
            } else if (text.startsWith("--" + name + "=")) {
                set = !List.of("0", "f", "F", "false", "False", "FALSE").contains(text.substring(name.length() + 3));
            }
        }
        return set;
    }
}
