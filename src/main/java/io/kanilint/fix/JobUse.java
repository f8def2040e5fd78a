package io.kanilint.fix;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;

/** A place that names a job. */
sealed interface JobUse {

    Span span();

    /**
     * An entry of {@code needs} or {@code dependencies}.
     *
     * @param item the entry: the name itself, or a mapping with it
     */
    record Item(YamlList list, YamlNode item, YamlScalar name) implements JobUse {
        @Override
        public Span span() {
            return item.span();
        }
    }

    /** A name under {@code extends}. */
    record Parent(YamlScalar name) implements JobUse {
        @Override
        public Span span() {
            return name.span();
        }
    }

    /** A {@code !reference} that begins with the name. */
    record Reference(YamlReference reference, YamlScalar name) implements JobUse {
        @Override
        public Span span() {
            return reference.span();
        }
    }

    /**
     * A place where nothing else can stand.
     *
     * @param reason what it names the job for
     */
    record Fixed(Span span, String reason) implements JobUse {}
}
