package io.kanilint.fix;

import io.kanilint.finding.Fix;
import io.kanilint.text.Edit;
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
import java.util.stream.Stream;

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
                        && IMAGE_LINE.matcher(scalar.span().before()).matches()
                ? scalar
                : image;
    }

    /**
     * The fix; empty if the image is written in a way that this cannot change.
     *
     * @param contents the contents of the files, one of which it is written in
     * @param image see {@link #written}
     */
    public static Optional<Fix> of(List<YamlMap> contents, YamlNode image) {
        Optional<Edit> edit = image.target() instanceof YamlMap map ? inMap(map) : asMap(contents, image);
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
        String before = span.before();
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
    private static Optional<Edit> asMap(List<YamlMap> contents, YamlNode image) {
        Span span = image.span();
        String before = span.before();
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
        if (anchor != null && !standsForImagesOnly(contents, image)) {
            return Optional.empty();
        }
        String indent = line.group("indent");
        String inner = indent + (indent.isEmpty() ? "  " : indent);
        return Optional.of(new Edit(
                span.source().path(),
                span.startLine(),
                span.endLine(),
                List.of(
                        indent + line.group("key") + (anchor == null ? "" : " " + anchor),
                        inner + "name: " + span.text() + span.after(),
                        inner + CLEARED)));
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

    /** Whether what stands at an anchor may become a mapping: it and its aliases are images of jobs, nothing else. */
    private static boolean standsForImagesOnly(List<YamlMap> contents, YamlNode anchored) {
        return contents.stream()
                .filter(content -> content.span().source() == anchored.span().source())
                .allMatch(content -> {
                    List<YamlNode> images = images(content)
                            .filter(image -> image.target().span().equals(anchored.span()))
                            .toList();
                    long aliases = Aliases.in(content)
                            .filter(alias -> alias.target().span().equals(anchored.span()))
                            .count();
                    return images.contains(anchored) && images.size() == aliases + 1;
                });
    }

    private static Stream<YamlNode> images(YamlMap content) {
        Stream<YamlMap> jobs = content.entries().stream()
                .filter(entry -> !entry.name().orElse("").equals("variables"))
                .map(YamlMap.Entry::value)
                .filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast);
        return Stream.concat(Stream.of(content), jobs)
                .flatMap(map -> map.entries().stream())
                .filter(entry -> entry.name().filter("image"::equals).isPresent())
                .map(YamlMap.Entry::value);
    }
}
