package io.kanilint.shell;

import io.kanilint.text.MappedText;
import io.kanilint.text.Span;
import java.util.Optional;

/** The text that is being run, so that its commands have a place. */
sealed interface Frame permits Frame.Written, Frame.Made, WordFrame {

    Span span(int start, int end);

    /** The text between two offsets, if there is one that is written somewhere. */
    Optional<String> text(int start, int end);

    /** A text that is written somewhere. */
    record Written(MappedText text) implements Frame {
        @Override
        public Span span(int start, int end) {
            return text.span(start, end);
        }

        @Override
        public Optional<String> text(int start, int end) {
            return Optional.of(text.text().substring(start, end));
        }
    }

    /** A text that is put together at run time: all of it is where it is run. */
    record Made(Span span) implements Frame {
        @Override
        public Span span(int start, int end) {
            return span;
        }

        @Override
        public Optional<String> text(int start, int end) {
            return Optional.empty();
        }
    }
}
