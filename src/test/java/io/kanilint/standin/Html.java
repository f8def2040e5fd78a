package io.kanilint.standin;

/** Text made safe for a page. */
final class Html {

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The person's initial in a coloured circle, name and role mark. */
    static String person(User user) {
        return "<span class=\"avatar%s\">%s</span> <b>%s</b> <span class=muted>@%s</span>%s"
                .formatted(
                        user.bot() ? " bot" : "",
                        escape(user.name().substring(0, 1).toUpperCase()),
                        escape(user.name()),
                        escape(user.username()),
                        user.bot() ? " <span class=tag>Bot</span>" : "");
    }
}
