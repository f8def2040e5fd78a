package io.kanilint.fix;

import io.kanilint.finding.Fix;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives an image an empty entry point, where it is written. */
public final class ClearedEntrypoint {
    private static final String CLEARED = "entrypoint: [\"\"]";
    private static final Pattern IMAGE_LINE =
            Pattern.compile("(?<indent> *)(?<key>[\"']?image[\"']?\\s*:)\\s+(?<anchor>&\\S+)?\\s*");
    private static final Pattern NAME_LINE = Pattern.compile("(?<indent> *)[\"']?name[\"']?\\s*:\\s+(?:&\\S+\\s+)?");
    private static final Pattern FLOW_KEY = Pattern.compile(".*[\\s{,][\"']?(?:image|name)[\"']?\\s*:\\s*");
    private static final Pattern NOT_PLAIN_IN_FLOW = Pattern.compile("[\\[\\]{},]");

    private ClearedEntrypoint() {}

    /** Which node is to become a mapping: an alias, unless it stands for what is written at another {@code image}. */
    public static YamlNode written(YamlNode image) {
        return image instanceof YamlAlias alias
                        && alias.target() instanceof YamlScalar scalar
                        && IMAGE_LINE.matcher(before(scalar.span())).matches()
                ? scalar
                : image;
    }

    /**
     * The fix; empty if the image is written in a way that this cannot change.
     *
     * @param image see {@link #written}
     */
    public static Optional<Fix> of(YamlNode image) {
        Optional<Edit> edit = image.target() instanceof YamlMap map ? inMap(map) : asMap(image);
        return edit.map(change -> new Fix("Clear the image's entry point", true, List.of(change)));
    }

    private static Optional<Edit> inMap(YamlMap map) {
        YamlNode old = map.get("entrypoint").orElse(null);
        if (old != null) {
            return old instanceof YamlList list && list.span().text().startsWith("[")
                    ? Optional.of(Edit.replacing(list.span(), "[\"\"]"))
                    : Optional.empty();
        }
        return map.get("name").flatMap(name -> besideName(map, name));
    }

    private static Optional<Edit> besideName(YamlMap map, YamlNode name) {
        Span span = name.span();
        if (!isOnOneLine(name)) {
            return Optional.empty();
        }
        String before = before(span);
        Matcher line = NAME_LINE.matcher(before);
        if (!map.span().text().startsWith("{") && line.matches()) {
            String whole = span.source().line(span.startLine());
            return Optional.of(new Edit(
                    span.source().path(),
                    span.startLine(),
                    span.startLine(),
                    List.of(whole, line.group("indent") + CLEARED)));
        }
        return FLOW_KEY.matcher(before).matches()
                ? Optional.of(Edit.replacing(new Span(span.source(), span.end(), span.end()), ", " + CLEARED))
                : Optional.empty();
    }

    /** {@code image: name} becomes a mapping. */
    private static Optional<Edit> asMap(YamlNode image) {
        Span span = image.span();
        String before = before(span);
        Matcher line = IMAGE_LINE.matcher(before);
        if (!isOnOneLine(image)) {
            return Optional.empty();
        }
        if (!line.matches()) {
            return FLOW_KEY.matcher(before).matches()
                    ? Optional.of(Edit.replacing(span, "{name: %s, %s}".formatted(inFlow(image), CLEARED)))
                    : Optional.empty();
        }
        String anchor = line.group("anchor");
        if (anchor != null && !standsForImagesOnly(span.source(), anchor.substring(1))) {
            return Optional.empty();
        }
        String indent = line.group("indent");
        String inner = indent + (indent.isEmpty() ? "  " : indent);
        String after = span.source().text().substring(span.end(), span.source().lineEnd(span.endLine()));
        return Optional.of(new Edit(
                span.source().path(),
                span.startLine(),
                span.endLine(),
                List.of(
                        indent + line.group("key") + (anchor == null ? "" : " " + anchor),
                        inner + "name: " + span.text() + after,
                        inner + CLEARED)));
    }

    private static String before(Span span) {
        return span.source().text().substring(span.source().lineStart(span.startLine()), span.start());
    }

    private static boolean isOnOneLine(YamlNode node) {
        boolean simple = switch (node) {
            case YamlScalar scalar -> !scalar.isBlock();
            case YamlAlias alias -> alias.target() instanceof YamlScalar;
            case YamlMap _, YamlList _, YamlReference _ -> false;
        };
        return simple && node.span().startLine() == node.span().endLine();
    }

    private static String inFlow(YamlNode image) {
        String text = image.span().text();
        boolean plain = image instanceof YamlScalar scalar && scalar.isPlain();
        return plain && NOT_PLAIN_IN_FLOW.matcher(text).find() ? '"' + text + '"' : text;
    }

    /** Whether what stands at an anchor may become a mapping: it is used for images alone. */
    private static boolean standsForImagesOnly(Source source, String anchor) {
        return !Pattern.compile("(?<!image:)\\s\\*" + Pattern.quote(anchor) + "\\b")
                .matcher(source.text().replaceAll("image[\"']?\\s*:\\s+\\*", "image: *"))
                .find();
    }
}
