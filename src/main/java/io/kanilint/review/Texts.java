package io.kanilint.review;

/** Texts as the database keeps them. */
final class Texts {
    private Texts() {}

    /** Cut to a column's width, and without what PostgreSQL does not keep: U+0000, and halves of characters. */
    static String kept(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        return cut.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
    }
}
