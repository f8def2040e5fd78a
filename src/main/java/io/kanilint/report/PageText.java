package io.kanilint.report;

import io.kanilint.report.Style.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of Markdown as text for a terminal. Knows what the pages of rules are made of, no more. */
public final class PageText {
    private static final String BOLD = "\u2061";
    private static final String CODE = "\u2062";
    private static final String END = "\u2063";
    private static final Pattern LIST_ITEM = Pattern.compile("(?:[*-]|\\d+\\.) .*");
    private static final Pattern MARK =
            Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\[([^]]+)]\\((https?:[^)]+)\\)|\\[([^]]+)]\\([^)]*\\)");

    private final Style style;
    private final List<String> lines = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();
    private List<String> header = List.of();

    public PageText(Style style) {
        this.style = style;
    }

    public List<String> lines(String markdown) {
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("```")) {
                endParagraph();
                code = !code;
            } else if (code) {
                lines.add(style.of(Tone.DIM, ("    " + line).stripTrailing()));
            } else {
                line(line);
            }
        }
        endParagraph();
        return List.copyOf(lines);
    }

    private void line(String line) {
        String text = line.strip();
        if (text.startsWith("|")) {
            endParagraph();
            row(text);
            return;
        }
        header = List.of();
        if (text.isEmpty()) {
            endParagraph();
            lines.add("");
        } else if (text.startsWith("#")) {
            endParagraph();
            heading(text.replaceFirst("^#+\\s*", ""), text.startsWith("##"));
        } else {
            if (LIST_ITEM.matcher(text).matches()) {
                endParagraph();
            }
            paragraph.add(text);
        }
    }

    private void heading(String text, boolean inner) {
        lines.add(style.of(Tone.BOLD, text));
        if (style == Style.PLAIN) {
            lines.add((inner ? "-" : "=").repeat(Columns.of(text)));
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            String text = String.join(" ", paragraph);
            String indent = LIST_ITEM.matcher(text).matches() ? " ".repeat(text.indexOf(' ') + 1) : "";
            Wrapping.lines(marked(text), "", indent).forEach(line -> lines.add(coloured(line)));
            paragraph.clear();
        }
    }

    /** A table's cells are too long to stand beside each other: each row is an item, its cells below one another. */
    private void row(String text) {
        List<String> cells = List.of(text.replaceAll("^\\||\\|$", "").split("(?<!\\\\)\\|")).stream()
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
        if (cells.stream().allMatch(cell -> cell.matches(":?-+:?"))) {
            return;
        }
        if (header.isEmpty()) {
            header = cells;
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            String name = i > 0 && i < header.size() && !header.get(i).isEmpty() ? header.get(i) + ": " : "";
            Wrapping.lines(marked(name + cells.get(i)), i == 0 ? "* " : "  ", "  ")
                    .forEach(line -> lines.add(coloured(line)));
        }
    }

    /** Marks that take no column stand for the colours until lines are broken, as words can stretch over two of them. */
    private String marked(String text) {
        return MARK.matcher(text).replaceAll(match -> {
            boolean coloured = style != Style.PLAIN;
            String shown = match.group();
            if (match.group(1) != null && coloured) {
                shown = CODE + match.group(1) + END;
            } else if (match.group(2) != null) {
                shown = coloured ? BOLD + match.group(2) + END : match.group(2);
            } else if (match.group(3) != null) {
                shown = match.group(3) + " (" + match.group(4) + ")";
            } else if (match.group(5) != null) {
                shown = match.group(5);
            }
            return Matcher.quoteReplacement(shown);
        });
    }

    private String coloured(String line) {
        return line.replace(BOLD, style.start(Tone.BOLD))
                .replace(CODE, style.start(Tone.BLUE))
                .replace(END, style.end());
    }
}
