package io.kanilint.delivery;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The fields of a hook's body. Whatever is there instead of what GitLab sends reads as if it were missing. */
record HookFields(JsonNode node) {
    /** What PostgreSQL does not keep (U+0000), what spoils a log, and halves of a character. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private static final Pattern UNFIT_IN_LINES = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    /** Long enough for a branch and a job (GitLab keeps 255). */
    private static final int LONGEST_NAME = 300;

    HookFields in(String field) {
        return new HookFields(value(field));
    }

    boolean has(String field) {
        return !value(field).isMissingNode();
    }

    /** Empty for a blank text as well. */
    Optional<String> text(String field) {
        JsonNode value = value(field);
        return value.isString() && !value.stringValue().isBlank() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** A name for the record: cut and cleaned. Empty text if missing. */
    String name(String field) {
        return clean(cut(text(field).orElse(""), LONGEST_NAME));
    }

    /** The beginning of a text of many lines. */
    String lines(String field, int longest) {
        String all = cut(text(field).orElse(""), longest).replace("\r\n", "\n");
        return UNFIT_IN_LINES.matcher(all).replaceAll("?");
    }

    /** The end of a text of many lines. */
    String end(String field, int longest) {
        String all = text(field).orElse("");
        return UNFIT_IN_LINES
                .matcher(all.substring(Math.max(0, all.length() - longest)).replace("\r\n", "\n"))
                .replaceAll("?");
    }

    /** A commit, or empty text. */
    String sha(String field) {
        return text(field).filter(sha -> SHA.matcher(sha).matches()).orElse("");
    }

    /** A positive number, or 0. */
    long id(String field) {
        JsonNode value = value(field);
        return value.isIntegralNumber() && value.canConvertToLong() ? Math.max(0, value.longValue()) : 0;
    }

    boolean isTrue(String field) {
        return value(field).isBoolean() && value(field).booleanValue();
    }

    private JsonNode value(String field) {
        if (!HookTree.FIELDS.contains(field)) {
            throw new IllegalArgumentException("HookTree does not keep the field " + field + ".");
        }
        return node.path(field);
    }

    static String clean(String text) {
        return UNFIT.matcher(text).replaceAll("?");
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
