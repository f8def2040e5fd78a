package io.kanilint.kaniko;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads {@code flags.txt}, whose head explains its form.
 *
 * <p>Plain loops, no streams and no regular expressions: it runs at every start of the command line, where each of these
 * costs some milliseconds the first time.
 */
final class FlagTable {
    private static final Family[] FAMILIES = {Family.UPSTREAM, Family.OSSCONTAINERTOOLS, Family.CHAINGUARD};
    private static final int FLAG_COLUMNS = 6;
    private static final int OTHER_COLUMNS = 3;

    final Map<String, Flag> executor = new LinkedHashMap<>();
    final Map<String, Flag> warmer = new LinkedHashMap<>();
    final Map<String, OtherFlag> others = new HashMap<>();
    final Map<String, Releases> commands = new HashMap<>();

    FlagTable() {
        String section = "";
        for (String line : cells(text(), '\n', Integer.MAX_VALUE)) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else if (!line.startsWith("#")) {
                row(section, line);
            }
        }
    }

    private static String text() {
        try (InputStream table = Objects.requireNonNull(FlagTable.class.getResourceAsStream("flags.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(String section, String line) {
        List<String> row = cells(line, ' ', section.equals("others") ? OTHER_COLUMNS : Integer.MAX_VALUE);
        String name = row.getFirst();
        switch (section) {
            case "executor" -> executor.put(name, flag(row));
            case "warmer" -> warmer.put(name, flag(row));
            case "others" -> others.put(name, new OtherFlag(name, given(row.get(1)), row.size() < 3 ? "" : row.get(2)));
            case "commands" -> commands.put(name, releases(row, 1));
            default -> throw new IllegalStateException(line);
        }
    }

    private static Flag flag(List<String> row) {
        String cell = row.get(2);
        boolean repeatable = cell.endsWith("*");
        String type = repeatable ? cell.substring(0, cell.length() - 1) : cell;
        var traits = new HashMap<String, String>();
        for (int i = FLAG_COLUMNS; i < row.size(); i++) {
            String trait = row.get(i);
            int equals = trait.indexOf('=');
            traits.put(equals < 0 ? trait : trait.substring(0, equals), trait.substring(equals + 1));
        }
        return new Flag(row.getFirst(), given(row.get(1)), type(type), repeatable, releases(row, 3), traits);
    }

    private static FlagType type(String type) {
        return switch (type) {
            case "bool" -> new FlagType(FlagType.Kind.BOOL, List.of());
            case "string" -> new FlagType(FlagType.Kind.STRING, List.of());
            case "int" -> new FlagType(FlagType.Kind.INT, List.of());
            case "duration" -> new FlagType(FlagType.Kind.DURATION, List.of());
            case "pair" -> new FlagType(FlagType.Kind.PAIR, List.of());
            case "platform" -> new FlagType(FlagType.Kind.PLATFORM, List.of());
            default -> new FlagType(FlagType.Kind.CHOICE, choices(type));
        };
    }

    private static List<String> choices(String type) {
        List<String> choices = cells(type, '|', Integer.MAX_VALUE);
        if (type.endsWith("|")) {
            choices.add("");
        }
        return choices;
    }

    private static Releases releases(List<String> row, int column) {
        var first = new EnumMap<Family, Version>(Family.class);
        for (int i = 0; i < FAMILIES.length; i++) {
            String cell = row.get(column + i);
            if (!cell.equals("-")) {
                first.put(FAMILIES[i], cell.equals("+") ? Version.FIRST : version(cell));
            }
        }
        return new Releases(first);
    }

    private static Version version(String cell) {
        List<String> numbers = cells(cell, '.', Integer.MAX_VALUE);
        return new Version(
                Integer.parseInt(numbers.get(0)), Integer.parseInt(numbers.get(1)), Integer.parseInt(numbers.get(2)));
    }

    private static String given(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    /** What stands between separators; many count as one. The last of so many columns is the rest of the text. */
    private static List<String> cells(String text, char separator, int columns) {
        var cells = new ArrayList<String>();
        int start = 0;
        while (start < text.length()) {
            if (text.charAt(start) == separator) {
                start++;
            } else {
                int next = cells.size() + 1 == columns ? -1 : text.indexOf(separator, start);
                int end = next < 0 ? text.length() : next;
                cells.add(text.substring(start, end));
                start = end;
            }
        }
        return cells;
    }
}
