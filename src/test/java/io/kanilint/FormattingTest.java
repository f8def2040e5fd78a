package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is laid out as the formatter would lay it out; with {@code -Dformat=write} this test rewrites the
 * files instead of complaining.
 */
class FormattingTest {
    private static final String REWRITE = "mvn -q test -Dtest=FormattingTest -Dformat=write";

    private final JavaFormatter formatter = new JavaFormatter();

    @Test
    void everyJavaFileIsFormatted() throws IOException {
        var wrong = javaFiles().parallel().filter(this::isUnformatted).sorted().toList();
        if ("write".equals(System.getProperty("format"))) {
            for (var file : wrong) {
                Files.writeString(file, formatted(file));
                System.out.println("formatted " + file);
            }
        } else {
            assertThat(wrong)
                    .as("Java files that are not formatted; this command rewrites them: %s", REWRITE)
                    .isEmpty();
        }
    }

    @Test
    void java25IsUnderstood() {
        var source = """
                package p;

                import java.util.List;
                import java.util.Map;

                abstract class Sample {
                sealed interface Shape permits Circle, Pair {}
                record Circle(int radius) implements Shape {}
                record Pair(Shape left, Shape right) implements Shape {}
                Sample(int i) { if (i < 0) { throw new IllegalArgumentException(); } super(); }
                int size(Shape shape) {
                return switch (shape) { case Circle(int r) when r > 3 -> r; case Circle(_) -> 0;
                case Pair(Circle(var r), Shape _) -> r; case Pair(_, _) -> 1; };
                }
                void each(Map<String, Integer> map) { map.forEach((_, value) -> { try { run(value); } catch (RuntimeException _) { } }); }
                }
                """;
        assertThat(formatter.format(source)).isEqualTo("""
                package p;

                import java.util.Map;

                abstract class Sample {
                    sealed interface Shape permits Circle, Pair {}

                    record Circle(int radius) implements Shape {}

                    record Pair(Shape left, Shape right) implements Shape {}

                    Sample(int i) {
                        if (i < 0) {
                            throw new IllegalArgumentException();
                        }
                        super();
                    }

                    int size(Shape shape) {
                        return switch (shape) {
                            case Circle(int r) when r > 3 -> r;
                            case Circle(_) -> 0;
                            case Pair(Circle(var r), Shape _) -> r;
                            case Pair(_, _) -> 1;
                        };
                    }

                    void each(Map<String, Integer> map) {
                        map.forEach((_, value) -> {
                            try {
                                run(value);
                            } catch (RuntimeException _) {
                            }
                        });
                    }
                }
                """);
    }

    private boolean isUnformatted(Path file) {
        return !read(file).equals(formatted(file));
    }

    private String formatted(Path file) {
        try {
            return formatter.format(read(file));
        } catch (IllegalArgumentException e) {
            throw new AssertionError("The formatter cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Stream<Path> javaFiles() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
