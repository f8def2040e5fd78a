package io.kanilint.pipeline;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlException;
import io.kanilint.yaml.YamlLimits;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReader;
import java.util.Optional;

/** Reads one file: its header, if it has one, and its content with inputs in place. */
final class ContentReader {

    /** What a file is: its content, or what is wrong with it and where. */
    sealed interface Content {
        record Read(YamlNode node) implements Content {}

        record Empty() implements Content {}

        /**
         * Not YAML.
         *
         * @param certain whether this is so whatever the inputs are
         */
        record Broken(Span span, String message, boolean certain) implements Content {}
    }

    private final Remarks remarks;
    private final ScalarTexts texts;

    ContentReader(Remarks remarks, ScalarTexts texts) {
        this.remarks = remarks;
        this.texts = texts;
    }

    /**
     * Reads a file.
     *
     * @param entry the include that names it; nothing for the CI file itself
     */
    Content read(Source source, Optional<IncludeEntry> entry) {
        Optional<HeaderSplit> split = HeaderSplit.of(source);
        try {
            if (split.isPresent()) {
                return withHeader(source, split.get(), entry);
            }
            entry.flatMap(IncludeEntry::inputs)
                    .filter(inputs -> !inputs.effective().isEmpty())
                    .ifPresent(inputs -> remarks.problem(
                            inputs.span(), "", "Inputs are given to a file that declares none in a 'spec' header."));
            return content(read(source));
        } catch (YamlException e) {
            return new Content.Broken(e.span(), String.valueOf(e.getMessage()), true);
        }
    }

    private Content withHeader(Source source, HeaderSplit split, Optional<IncludeEntry> entry) {
        Optional<YamlNode> header = read(new Source(source.path(), split.header()));
        var values = new InputValues(header, entry, remarks);
        int longest = YamlLimits.DEFAULT.characters();
        InterpolatedText text = Interpolation.of(source, split.content(), values, longest, remarks);
        try {
            return content(read(text.source()).map(new Relocation(text, texts)::move));
        } catch (YamlException e) {
            return new Content.Broken(text.origin(e.span()), String.valueOf(e.getMessage()), values.areKnown());
        }
    }

    private static Content content(Optional<YamlNode> node) {
        return node.map(YamlNode::target).<Content>map(Content.Read::new).orElseGet(Content.Empty::new);
    }

    /** The first document that is not empty: GitLab takes a first line of {@code ---} and a last one alike. */
    private static Optional<YamlNode> read(Source source) {
        return YamlReader.read(source, YamlLimits.DEFAULT).documents().stream()
                .filter(node -> !node.isNull())
                .findFirst();
    }
}
