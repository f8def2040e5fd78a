package io.kanilint.kaniko;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An image's name in its parts. Variables of unknown value stand in it as {@code ${NAME}} or {@code $NAME}.
 *
 * @param registry the host, with its port; empty if the name has none
 * @param path the repository on that host
 * @param tag empty if the name has none
 * @param digest such as {@code sha256:…}; empty if the name has none
 */
public record ImageReference(String registry, String path, String tag, String digest) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]{0,200}}|\\$\\w+");

    public static ImageReference parse(String text) {
        String name = text.strip();
        // the same length, so that what is found in the one can be cut from the other
        String masked = VARIABLE.matcher(name).replaceAll(ImageReference::mask);
        int at = masked.indexOf('@');
        int end = at < 0 ? name.length() : at;
        int colon = masked.lastIndexOf(':', end - 1);
        boolean tagged = colon > masked.lastIndexOf('/', end - 1);
        int path = tagged ? colon : end;
        int slash = masked.indexOf('/');
        int host = slash >= 0 && slash < path && isHost(masked.substring(0, slash)) ? slash : -1;
        return new ImageReference(
                host < 0 ? "" : name.substring(0, host),
                name.substring(host + 1, path),
                tagged ? name.substring(colon + 1, end) : "",
                at < 0 ? "" : name.substring(at + 1));
    }

    private static String mask(MatchResult variable) {
        return "_".repeat(variable.group().length());
    }

    /** As Docker tells a host from the first part of a path; a first part that begins with a variable is a host too. */
    private static boolean isHost(String part) {
        return part.contains(".") || part.contains(":") || part.equals("localhost") || part.startsWith("_");
    }

    /** Whether the repository is this one, here or on a mirror that keeps its name. */
    boolean endsWith(String repository) {
        return path.equals(repository) || path.endsWith("/" + repository);
    }

    /** Whether the repository lies directly in this folder, here or on a mirror that keeps its name. */
    boolean isOf(String folder) {
        int slash = path.lastIndexOf('/');
        return slash > 0
                && (path.substring(0, slash).equals(folder)
                        || path.substring(0, slash).endsWith("/" + folder));
    }

    /** The release in the tag. */
    Optional<Version> version() {
        return words().map(Version::parse).flatMap(Optional::stream).findFirst();
    }

    /** The release in the tag, or the latest that a tag without the last number can stand for. */
    Optional<Version> latestVersion() {
        return version()
                .or(() -> words().map(Version::latest).flatMap(Optional::stream).findFirst());
    }

    /** Whether one of the tag's words, which stand between dashes, is this. */
    boolean hasWord(String word) {
        return words().anyMatch(word::equals);
    }

    public boolean tagIsKnown() {
        return !tag.contains("$");
    }

    private Stream<String> words() {
        return Pattern.compile("-").splitAsStream(VARIABLE.matcher(tag).replaceAll("_"));
    }
}
