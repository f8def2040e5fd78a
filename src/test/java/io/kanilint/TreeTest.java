package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the files of this repository, whatever they say. */
class TreeTest {
    private static final int LONGEST = 300;
    private static final int MEDIAN = 80;

    /** Directories at the root that git does not keep. */
    private static final Set<Path> NOT_OURS = Stream.of(
                    ".git", ".idea", ".settings", ".vscode", "data", "node_modules", "target")
            .map(Path::of)
            .collect(Collectors.toSet());

    /** Hosts of package registries, in two parts so that this file does not name them either. */
    private static final Pattern REGISTRY_HOST = Pattern.compile(String.join(
            "|",
            List.of(
                    host("repo\\.maven", "apache"),
                    host("repo1?", "maven"),
                    host("search", "maven"),
                    host("central", "sonatype"),
                    host("oss", "sonatype"),
                    host("plugins", "gradle"),
                    host("registry", "npmjs"),
                    host("registry", "yarnpkg"),
                    host("(deb|security|snapshot|ftp[.\\w]*)", "debian"),
                    host("(archive|security|ports)", "ubuntu"),
                    host("dl-cdn", "alpinelinux"),
                    host("files", "pythonhosted"),
                    host("proxy", "golang"),
                    "\\bpypi" + "\\.(org|io)",
                    "\\bcrates" + "\\.io",
                    "\\brubygems" + "\\.org")));

    @Test
    void noJavaFileIsTooLong() {
        assertThat(javaFiles("src").stream().filter(file -> lines(file) > LONGEST))
                .as("Java files of more than %d lines", LONGEST)
                .isEmpty();
    }

    @Test
    void mostFilesAreShort() {
        var lengths = javaFiles("src/main/java").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .map(TreeTest::lines)
                .sorted()
                .toList();
        assertThat(lengths.get(lengths.size() / 2))
                .as("median length of the main Java files")
                .isLessThan(MEDIAN);
    }

    @Test
    void everyPackageSaysItsDutyAndIsNullMarked() {
        var packages = javaFiles("src/main/java").stream().map(Path::getParent).distinct();
        assertThat(packages).allSatisfy(folder -> {
            var info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(read(info)).as(info.toString()).startsWith("/**").contains("\n@NullMarked\n");
        });
    }

    /** {@code mvn spring-boot:test-run} starts the one main class it finds among the tests. */
    @Test
    void onlyTheDemoCanBeStarted() {
        assertThat(javaFiles("src/test/java").stream()
                        .filter(file -> Pattern.compile("\\bstatic void main\\(")
                                .matcher(read(file))
                                .find()))
                .as("test classes with a main method")
                .allMatch(file -> file.endsWith("io/kanilint/demo/Demo.java"));
    }

    @Test
    void noFileNamesAPackageRegistry() {
        assertThat(files("").stream()
                        .filter(file -> REGISTRY_HOST.matcher(read(file)).find()))
                .as("files that name a package registry's host: where packages come from is the machine's business")
                .isEmpty();
    }

    private static String host(String name, String domain) {
        return "\\b" + name + "\\." + domain + "\\.(org|net|com|io)\\b";
    }

    private static List<Path> javaFiles(String root) {
        return files(root).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private static List<Path> files(String root) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(Path.of(root), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static int lines(Path file) {
        return (int) read(file).lines().count();
    }

    /** Any bytes, as text in which ASCII can be found. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
