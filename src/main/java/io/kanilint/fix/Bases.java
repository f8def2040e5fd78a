package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.ImageReference;
import java.util.List;
import java.util.Optional;

/** What is known of the images that builds start from or copy from. */
@FunctionalInterface
public interface Bases {
    /** Where no Dockerfile is read. */
    Bases UNKNOWN = _ -> Optional.empty();

    /** The images that a build's Dockerfile names, variables of unknown value as {@code ${NAME}}; empty if it is not read. */
    Optional<List<String>> of(Build build);

    /** Whether an image that a Dockerfile names is one that is pushed. Where a part is not known, its last name decides. */
    static boolean isSame(String base, String destination) {
        var from = ImageReference.parse(base);
        var pushed = ImageReference.parse(destination);
        String named = ImageNames.withoutTag(base);
        String image = ImageNames.withoutTag(destination);
        String last = ImageNames.lastSegment(image);
        boolean unknown = (named.contains("/") && named.contains("$")) || image.contains("$");
        boolean tags = from.tag().isEmpty()
                || pushed.tag().isEmpty()
                || !from.tagIsKnown()
                || !pushed.tagIsKnown()
                || from.tag().equals(pushed.tag());
        return tags
                && (named.equals(image)
                        || (unknown
                                && !last.contains("$")
                                && named.contains("/")
                                && ImageNames.lastSegment(named).equals(last)));
    }
}
