package io.kanilint.standin;

/** A thread as the page shows it: resolved ones folded, suggestions with their button. */
record ThreadHtml(MergeRequest mr) {

    String render(Discussion thread) {
        var notes = new StringBuilder();
        thread.notes().forEach(note -> notes.append(note.system() ? system(note) : note(note)));
        if (!thread.resolved()) {
            return "<div class=thread id=\"thread-%s\">%s</div>"
                    .formatted(thread.first().id(), notes);
        }
        var how = thread.first().resolution();
        return """
                <details class=thread id="thread-%s"><summary><b>✓ Resolved</b>%s · %s</summary>%s</details>
                """.formatted(
                        thread.first().id(),
                        how == null ? "" : " by " + Html.escape(how.by().name()),
                        Html.escape(MarkdownHtml.headline(thread.first().body())),
                        notes);
    }

    static String system(Note note) {
        return "<div class=\"note system\">%s %s</div>"
                .formatted(
                        Html.escape(note.author().name()),
                        Html.escape(MarkdownHtml.headline(note.body()).replaceAll("\\[(.*?)]\\(.*?\\)", "$1")));
    }

    private String note(Note note) {
        return "<div class=note><div class=who>%s</div>%s</div>"
                .formatted(
                        Html.person(note.author()),
                        MarkdownHtml.render(note.body(), number -> suggestion(note, number)));
    }

    private String suggestion(Note note, int number) {
        int target = note.position().map(Position::newLine).orElse(0);
        if (number >= note.suggestions().size()) {
            return "";
        }
        var suggestion = note.suggestions().get(number);
        return """
                <div class=suggestion><header><b>Suggested change</b>%s</header><table>%s%s</table></div>
                """.formatted(
                        button(note, suggestion),
                        rows(suggestion.fromContent(), suggestion.fromLine(target), true),
                        rows(suggestion.toContent(), suggestion.fromLine(target), false));
    }

    private String button(Note note, Suggestion suggestion) {
        if (suggestion.applied()) {
            return "<span class=applied>✓ Applied</span>";
        }
        return new SuggestionApplication(mr, note.id(), suggestion)
                .inapplicable()
                .map(reason -> "<span class=why>" + Html.escape(reason) + "</span>")
                .orElseGet(() ->
                        "<form method=post action=\"%s/suggestions/%d/apply\"><button>Apply suggestion</button></form>"
                                .formatted(Html.escape(MergeRequestPage.path(mr)), suggestion.id()));
    }

    private static String rows(String text, int first, boolean removed) {
        var rows = new StringBuilder();
        int line = first;
        for (String content : LineDiff.split(text)) {
            rows.append("<tr class=%s><td class=n>%s</td><td class=n>%s</td><td class=c>%s%s</td></tr>"
                    .formatted(
                            removed ? "del" : "add",
                            removed ? line : "",
                            removed ? "" : line,
                            removed ? "- " : "+ ",
                            Html.escape(content.stripTrailing())));
            line++;
        }
        return rows.toString();
    }
}
