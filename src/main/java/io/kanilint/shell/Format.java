package io.kanilint.shell;

import java.util.List;
import java.util.Optional;

/** {@code printf}: puts words into a format, again and again until all are used. */
final class Format {
    private final String format;
    private final List<Value> words;
    private Value text = Value.EMPTY;
    private int used;

    private Format(String format, List<Value> words) {
        this.format = format;
        this.words = words;
    }

    /** The text, or empty if the format says more than is understood. */
    static Optional<Value> text(List<Value> words) {
        Optional<String> format =
                words.isEmpty() ? Optional.empty() : words.getFirst().known();
        return format.filter(start -> !start.startsWith("-"))
                .flatMap(start -> new Format(start, words.subList(1, words.size())).all());
    }

    private Optional<Value> all() {
        do {
            int before = used;
            if (!once()) {
                return Optional.empty();
            }
            if (used == before) {
                break;
            }
        } while (used < words.size());
        return Optional.of(text);
    }

    private boolean once() {
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' && c != '\\') {
                text = text.plus(Value.of(String.valueOf(c)));
                continue;
            }
            char next = ++i < format.length() ? format.charAt(i) : '?';
            Optional<Value> put = c == '%' ? directive(next) : escape(next);
            if (put.isEmpty()) {
                return false;
            }
            text = text.plus(put.get());
        }
        return true;
    }

    private Optional<Value> directive(char letter) {
        return switch (letter) {
            case '%' -> Optional.of(Value.of("%"));
            case 's' -> Optional.of(word());
            case 'd' -> Optional.of(word()).filter(word -> word.pattern().matches("-?[1-9]\\d{0,9}|0"));
            default -> Optional.empty();
        };
    }

    private Value word() {
        return used < words.size() ? words.get(used++) : Value.EMPTY;
    }

    private static Optional<Value> escape(char letter) {
        return switch (letter) {
            case 'n' -> Optional.of(Value.of("\n"));
            case 't' -> Optional.of(Value.of("\t"));
            case '\\' -> Optional.of(Value.of("\\"));
            case '"' -> Optional.of(Value.of("\""));
            default -> Optional.empty();
        };
    }
}
