package io.kanilint.kaniko;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code flags.txt}, whose head explains its form. */
final class FlagTable {
    private static final Family[] FAMILIES = {Family.UPSTREAM, Family.OSSCONTAINERTOOLS, Family.CHAINGUARD};
    private static final int TRAITS = 6;

    private final Map<String, List<String>> sections = new HashMap<>();

    FlagTable() {
        List<String> section = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                sections.put(line.substring(1, line.indexOf(']')), section);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                section.add(line);
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

    List<Flag> flags(String section) {
        return rows(section).stream().map(FlagTable::flag).toList();
    }

    List<OtherFlag> others() {
        return lines("others").stream()
                .map(line -> line.split(" +", 3))
                .map(row -> new OtherFlag(row[0], given(row[1]), row.length < 3 ? "" : row[2]))
                .toList();
    }

    Map<String, Releases> commands() {
        var commands = new HashMap<String, Releases>();
        rows("commands").forEach(row -> commands.put(row[0], releases(row, 1)));
        return commands;
    }

    Map<String, Boolean> features() {
        var features = new HashMap<String, Boolean>();
        rows("features").forEach(row -> features.put(row[0], row[1].equals("true")));
        return features;
    }

    private List<String> lines(String section) {
        return sections.getOrDefault(section, List.of());
    }

    private List<String[]> rows(String section) {
        return lines(section).stream().map(line -> line.split(" +")).toList();
    }

    private static Flag flag(String[] row) {
        boolean repeatable = row[2].endsWith("*");
        String type = repeatable ? row[2].substring(0, row[2].length() - 1) : row[2];
        var traits = new HashMap<String, String>();
        for (String trait : Arrays.asList(row).subList(TRAITS, row.length)) {
            int equals = trait.indexOf('=');
            traits.put(equals < 0 ? trait : trait.substring(0, equals), trait.substring(equals + 1));
        }
        return new Flag(row[0], given(row[1]), type(type), repeatable, releases(row, 3), traits);
    }

    private static FlagType type(String type) {
        return switch (type) {
            case "bool" -> new FlagType(FlagType.Kind.BOOL, List.of());
            case "string" -> new FlagType(FlagType.Kind.STRING, List.of());
            case "int" -> new FlagType(FlagType.Kind.INT, List.of());
            case "duration" -> new FlagType(FlagType.Kind.DURATION, List.of());
            case "pair" -> new FlagType(FlagType.Kind.PAIR, List.of());
            case "platform" -> new FlagType(FlagType.Kind.PLATFORM, List.of());
            default -> new FlagType(FlagType.Kind.CHOICE, List.of(type.split("\\|", -1)));
        };
    }

    private static Releases releases(String[] row, int column) {
        var first = new EnumMap<Family, Version>(Family.class);
        for (int i = 0; i < FAMILIES.length; i++) {
            String cell = row[column + i];
            if (!cell.equals("-")) {
                first.put(FAMILIES[i], Version.parse(cell).orElse(Version.FIRST));
            }
        }
        return new Releases(first);
    }

    private static String given(String cell) {
        return cell.equals("-") ? "" : cell;
    }
}
