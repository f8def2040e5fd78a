package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.ImageReference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Short names for the images of a job, told apart by the first thing in which all of them differ. */
final class ImageNames {
    private static final List<Function<Build, Optional<String>>> SOURCES = List.of(
            ImageNames::repository,
            ImageNames::tag,
            ImageNames::dockerfile,
            build -> build.context().map(ImageNames::lastSegment),
            Build::target);

    private ImageNames() {}

    /** A name for each build, in order: all different, of letters, digits, {@code _}, {@code -} and dots. */
    static List<String> of(List<Build> builds) {
        return SOURCES.stream()
                .map(source -> builds.stream()
                        .map(build -> source.apply(build).map(ImageNames::plain).orElse(""))
                        .toList())
                .filter(names ->
                        names.stream().noneMatch(String::isEmpty) && new HashSet<>(names).size() == names.size())
                .findFirst()
                .orElseGet(() -> IntStream.rangeClosed(1, builds.size())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    private static Optional<String> repository(Build build) {
        return build.destinations().stream().findFirst().map(reference -> lastSegment(withoutTag(reference)));
    }

    private static Optional<String> tag(Build build) {
        return build.destinations().stream()
                .findFirst()
                .map(ImageReference::parse)
                .map(image -> image.tag().isEmpty() ? image.digest() : image.tag());
    }

    static String withoutTag(String reference) {
        var image = ImageReference.parse(reference);
        return image.registry().isEmpty() ? image.path() : image.registry() + "/" + image.path();
    }

    /** {@code api/Dockerfile} and {@code Dockerfile.api} both speak of the api. */
    private static Optional<String> dockerfile(Build build) {
        return build.dockerfile().map(path -> {
            String file = lastSegment(path);
            String rest = Stream.of("Dockerfile", "Containerfile").reduce(file, (name, word) -> name.replace(word, ""));
            return rest.isEmpty() ? lastSegment(path.substring(0, Math.max(0, path.lastIndexOf('/')))) : rest;
        });
    }

    static String lastSegment(String path) {
        String trimmed = path.replaceFirst("/+$", "");
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String plain(String name) {
        return name.replaceAll("\\$\\{[^}]*}|\\$\\(…\\)", "")
                .replaceAll("[^A-Za-z0-9_.-]+", "_")
                .replaceAll("^[_.-]+|[_.-]+$", "");
    }
}
