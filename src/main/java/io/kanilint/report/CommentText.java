package io.kanilint.report;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Related;
import io.kanilint.text.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A finding as the Markdown of a review comment: what happens and why, the change to apply, and the rest folded away.
 *
 * @param bot who takes commands, without the {@code @}
 * @param pages where the pages of the rules are, with a slash at its end
 */
public record CommentText(Finding finding, String bot, String pages) {
    /** GitLab's limit for a suggestion, in lines above and below the commented one. */
    public static final int FARTHEST = 100;

    private static final int MOST_RELATED = 20;

    /** A line that GitLab takes for a command where it does not see that the line is in a block. */
    private static final Pattern COMMAND = Pattern.compile("/\\w+(\\s.*)?");

    /** The change to suggest: that of the first fix, if it is one change of the file that the finding is in. */
    public Optional<Edit> suggestion() {
        return finding.fixes().stream()
                .findFirst()
                .map(Fix::edits)
                .filter(edits -> edits.size() == 1)
                .map(List::getFirst)
                .filter(edit -> edit.file().equals(finding.span().source().path()))
                .filter(edit -> isExact(edit.replacement()));
    }

    /** GitLab takes blank text for no text, and lines that begin with a slash perhaps for its commands. */
    private static boolean isExact(List<String> replacement) {
        return (replacement.isEmpty() || replacement.stream().anyMatch(line -> !line.isBlank()))
                && replacement.stream().noneMatch(line -> COMMAND.matcher(line).matches());
    }

    /**
     * The text.
     *
     * @param line the line of the finding's file that the comment is on, if it is: only there can a suggestion be applied
     */
    public String at(OptionalInt line) {
        var parts = new ArrayList<String>();
        parts.add(Markdown.message(finding.message(), names()).emphasised());
        if (!finding.stake().text().isEmpty()) {
            parts.add(Markdown.message(finding.stake().text(), List.of()).plain());
        }
        if (line.isEmpty()) {
            parts.add("Found in %s, line %d."
                    .formatted(
                            Markdown.code(finding.span().source().path()),
                            finding.span().startLine()));
        }
        List<Fix> fixes = finding.fixes();
        fixes.stream().limit(1).forEach(fix -> {
            Optional<String> block = line.isPresent() ? suggestionOn(line.getAsInt()) : Optional.empty();
            parts.add("**Fix:** " + title(fix) + (block.isPresent() ? ":" : "."));
            parts.add(block.orElseGet(() -> Markdown.folded("The change", patch(fix))));
        });
        if (fixes.size() > 1) {
            parts.add(Markdown.folded(
                    fixes.size() == 2 ? "Another way" : "Other ways",
                    fixes.stream()
                            .skip(1)
                            .map(fix -> "Or: " + title(fix) + ".\n\n" + patch(fix))
                            .collect(Collectors.joining("\n\n"))));
        }
        if (!finding.related().isEmpty()) {
            parts.add(Markdown.folded("Lines that belong to it", related()));
        }
        parts.add("[%s](%s) · %s"
                .formatted(
                        finding.rule(),
                        pages + finding.rule(),
                        finding.severity().word()));
        return String.join("\n\n", parts);
    }

    /** The first sentence of the message with a link to the rule's page, for a list. */
    public String line() {
        return "[%s](%s), %s, %s line %d: %s"
                .formatted(
                        finding.rule(),
                        pages + finding.rule(),
                        finding.severity().word(),
                        Markdown.code(finding.span().source().path()),
                        finding.span().startLine(),
                        Markdown.message(finding.message(), names()).first());
    }

    private List<String> names() {
        return List.of(finding.job(), finding.topic(), finding.span().source().path());
    }

    private static String title(Fix fix) {
        return Markdown.message(fix.title(), List.of()).plain().replaceFirst("\\.$", "");
    }

    private Optional<String> suggestionOn(int line) {
        return suggestion()
                .filter(edit -> line >= edit.startLine() && line <= edit.endLine())
                .filter(edit -> line - edit.startLine() <= FARTHEST && edit.endLine() - line <= FARTHEST)
                .map(edit -> Markdown.fence(
                        "suggestion:-%d+%d".formatted(line - edit.startLine(), edit.endLine() - line),
                        String.join("\n", edit.replacement())));
    }

    private String patch(Fix fix) {
        String hint =
                fix.safe() ? "\n\nTo have it committed, answer with " + Markdown.code("@" + bot + " fix") + "." : "";
        return Patch.of(finding, fix)
                        .map(patch -> Markdown.fence("diff", patch))
                        .orElse("It is too long to be shown here.")
                + (fix.equals(finding.fixes().getFirst()) ? hint : "");
    }

    private String related() {
        String list = finding.related().stream()
                .limit(MOST_RELATED)
                .map(this::related)
                .collect(Collectors.joining("\n"));
        int more = finding.related().size() - MOST_RELATED;
        return more > 0 ? list + "\n- and %d more".formatted(more) : list;
    }

    private String related(Related related) {
        String path = related.span().source().path();
        String where = path.equals(finding.span().source().path()) ? "" : " of " + Markdown.code(path);
        return "- Line %d%s: %s".formatted(related.span().startLine(), where, Markdown.words(related.message()));
    }
}
