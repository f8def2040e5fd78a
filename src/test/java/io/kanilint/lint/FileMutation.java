package io.kanilint.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Breaks CI files as people and enemies do: lines come and go, two files become one, hostile words come in. */
final class FileMutation {
    private static final int LONGEST = 40_000;

    private final Random random;
    private final List<String> seeds;

    FileMutation(long seed, List<String> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    /** A project, as {@link TextProject} reads it. */
    String project() {
        String ci = file();
        return switch (random.nextInt(4)) {
            case 0 -> ci + "\f" + file();
            case 1 -> ci + "\f" + file() + "\f" + scriptOf(any());
            default -> ci;
        };
    }

    private String file() {
        List<String> lines = lines(any());
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            mutate(lines);
        }
        String text = String.join(random.nextInt(20) == 0 ? "\r\n" : "\n", lines);
        return HostileWords.around(random, text.substring(0, Math.min(text.length(), LONGEST)));
    }

    private String any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }

    /** Something like a script: the lines of a file that are list items, without their dash. */
    private static String scriptOf(String text) {
        return lines(text).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2) + "\n")
                .reduce("", String::concat);
    }

    private void mutate(List<String> lines) {
        int at = random.nextInt(lines.size());
        int end = Math.min(lines.size(), at + 1 + random.nextInt(8));
        List<String> stretch = lines.subList(at, end);
        switch (random.nextInt(12)) {
            case 0 -> stretch.clear();
            case 1 -> lines.addAll(random.nextInt(lines.size()), List.copyOf(stretch));
            case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
            case 3 -> stretch.replaceAll(line -> " ".repeat(random.nextInt(2) + 1) + line);
            case 4 -> stretch.replaceAll(line -> line.startsWith("  ") ? line.substring(2) : line);
            case 5 -> lines.addAll(at, some(lines(any())));
            case 6 -> stretch.replaceAll(this::restyled);
            case 7 -> lines.add(at, indentation(lines.get(at)) + HostileWords.line(random));
            case 8 -> loopAround(lines, at, end);
            case 9 -> stretch.replaceAll(line -> line.repeat(1 + random.nextInt(3)));
            default -> lines.set(at, withWord(lines.get(at)));
        }
        if (lines.isEmpty()) {
            lines.add("");
        }
    }

    private List<String> some(List<String> lines) {
        int from = random.nextInt(lines.size());
        return List.copyOf(lines.subList(from, from + random.nextInt(lines.size() - from + 1)));
    }

    private String withWord(String line) {
        int at = random.nextInt(line.length() + 1);
        return line.substring(0, at)
                + HostileWords.word(random)
                + line.substring(at + random.nextInt(line.length() - at + 1));
    }

    /** The same item or value in another scalar style, maybe a wrong one. */
    private String restyled(String line) {
        int mark = Math.max(line.indexOf("- "), line.indexOf(": "));
        if (mark < 0) {
            return line;
        }
        String head = line.substring(0, mark + 2);
        String value = line.substring(mark + 2);
        String below = "\n" + indentation(line) + "    " + value;
        return switch (random.nextInt(7)) {
            case 0 -> head + "'" + value + "'";
            case 1 -> head + '"' + value + '"';
            case 2 -> head + "|" + below;
            case 3 -> head + ">-" + below + below;
            case 4 -> head + "[" + value + "]";
            case 5 -> head + below;
            default -> head + "{a: " + value + "}";
        };
    }

    private void loopAround(List<String> lines, int from, int to) {
        String[] loop = HostileWords.loop(random);
        String indentation = indentation(lines.get(from));
        boolean items = lines.get(from).strip().startsWith("- ");
        lines.add(to, indentation + (items ? "- " : "") + loop[1]);
        lines.add(from, indentation + (items ? "- " : "") + loop[0]);
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
