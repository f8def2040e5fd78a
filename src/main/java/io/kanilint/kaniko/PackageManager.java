package io.kanilint.kaniko;

import io.kanilint.shell.Assignment;
import io.kanilint.shell.Command;
import io.kanilint.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs that install packages in a Dockerfile, as far as their command lines are understood. */
public enum PackageManager {
    PIP(
            "pip",
            "install",
            "uninstall",
            "--no-cache-dir -q --quiet -v --verbose --disable-pip-version-check --no-compile --no-input"
                    + " --break-system-packages --prefer-binary --no-deps --pre --require-hashes",
            "-i --index-url --extra-index-url --trusted-host --timeout --retries --root-user-action --progress-bar"
                    + " -f --find-links"),
    APT(
            "apt-get",
            "install",
            "remove purge autoremove",
            "-y --yes --assume-yes -q -qq --quiet -yq -yqq -qy -qqy --no-install-recommends --no-install-suggests",
            "-o"),
    APK("apk", "add", "del", "--no-cache -U --update --update-cache -q --quiet", "--repository -X"),
    DNF("dnf", "install", "remove erase autoremove", "-y --assumeyes -q --quiet --nodocs", "--setopt"),
    YUM("yum", "install", "remove erase autoremove", "-y --assumeyes -q --quiet --nodocs", "--setopt"),
    MICRODNF("microdnf", "install", "remove", "-y --assumeyes --nodocs", "--setopt"),
    NPM("npm", "install i add", "uninstall remove rm", "-g --global --silent --no-audit --no-fund", "--loglevel"),
    GEM("gem", "install", "uninstall", "--no-document -N --quiet -q", "--source");

    private static final Pattern PYTHON = Pattern.compile("python[23]?");
    private static final Pattern PACKAGE = Pattern.compile(
            "@?[A-Za-z0-9][A-Za-z0-9@._/+-]{0,99}(?:\\[[\\w,-]{1,99}])?(?:[=<>!~]=?[\\w.+*,<>=!~-]{1,99})?");

    private final String program;
    private final String installs;
    private final String removes;
    private final String flags;
    private final String valued;

    PackageManager(String program, String installs, String removes, String flags, String valued) {
        this.program = program;
        this.installs = installs;
        this.removes = removes;
        this.flags = flags;
        this.valued = valued;
    }

    /** As people call it. */
    public String word() {
        return program;
    }

    /** The name of a package that is written with extras or a version, as the program compares names. */
    String name(String written) {
        return switch (this) {
            // PEP 503
            case PIP ->
                written.replaceFirst("[\\[=<>!~].*", "")
                        .replaceAll("[-_.]+", "-")
                        .toLowerCase(Locale.ROOT);
            case NPM -> written.replaceFirst("(?<=.)@.*", "");
            case APT, APK, DNF, YUM, MICRODNF, GEM -> written.replaceFirst("[=<>!~].*", "");
        };
    }

    /**
     * What a command names to be installed.
     *
     * @param packages as they are written
     * @param lists files that list more
     */
    record Named(List<String> packages, List<String> lists) {}

    /** The arguments if this is a call of it. Words that are not literal are null characters, which nothing accepts. */
    private Optional<List<String>> arguments(Command.Simple command) {
        List<String> words = command.words().stream()
                .map(Word::literal)
                .map(text -> text.orElse("\0"))
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String first = words.getFirst();
        boolean module = this == PIP
                && words.size() > 2
                && PYTHON.matcher(first).matches()
                && words.get(1).equals("-m")
                && words.get(2).equals("pip");
        boolean own =
                first.equals(program) || (this == PIP && first.equals("pip3")) || (this == APT && first.equals("apt"));
        return own || module ? Optional.of(words.subList(module ? 3 : 1, words.size())) : Optional.empty();
    }

    private static boolean isAmong(String word, String list) {
        return List.of(list.split(" ")).contains(word);
    }

    boolean removes(Command.Simple command) {
        return arguments(command).stream().flatMap(List::stream).anyMatch(word -> isAmong(word, removes));
    }

    /** Empty if it installs nothing, or if one of its words is not understood. */
    Optional<Named> installs(Command.Simple command) {
        List<String> words = arguments(command).orElse(List.of());
        int at = 0;
        while (at < words.size() && isAmong(words.get(at), flags)) {
            at++;
        }
        if (at == words.size()
                || !isAmong(words.get(at), installs)
                || !command.assignments().stream().allMatch(this::isHarmless)) {
            return Optional.empty();
        }
        var named = new Reading();
        List<String> rest = Stream.concat(words.subList(0, at).stream(), words.subList(at + 1, words.size()).stream())
                .toList();
        boolean global = rest.contains("-g") || rest.contains("--global");
        return named.read(rest) && (this != NPM || global)
                ? Optional.of(new Named(List.copyOf(named.packages), List.copyOf(named.lists)))
                : Optional.empty();
    }

    private boolean isHarmless(Assignment assignment) {
        return this == APT && assignment.name().equals("DEBIAN_FRONTEND");
    }

    private final class Reading {
        private final List<String> packages = new ArrayList<>();
        private final List<String> lists = new ArrayList<>();

        boolean read(List<String> words) {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                boolean list = PackageManager.this == PIP && (word.equals("-r") || word.equals("--requirement"));
                String name = word.startsWith("--") ? word.replaceFirst("=.*", "") : word;
                if (list || isAmong(word, valued)) {
                    i++;
                    if (i == words.size() || words.get(i).contains("\0")) {
                        return false;
                    }
                    if (list) {
                        lists.add(words.get(i));
                    }
                } else if (!isAmong(word, flags) && !(isAmong(name, valued) && !name.equals(word))) {
                    if (!PACKAGE.matcher(word).matches() || word.contains("/") != word.startsWith("@")) {
                        return false;
                    }
                    packages.add(word);
                }
            }
            return !packages.isEmpty() || !lists.isEmpty();
        }
    }
}
