package io.kanilint.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Asks the real shells. */
final class Shells {
    private static final String CHECK_ALL = """
            i=0
            while [ -f "$i" ]; do
                bash -n "$i" >/dev/null 2>"$i.err"
                echo $? >"$i.status"
                i=$((i+1))
            done
            """;
    private static final String RUN_ALL = """
            i=0
            while [ -f "$i" ]; do
                "$1" "$i" >"$i.err" 2>/dev/null </dev/null
                echo $? >"$i.status"
                i=$((i+1))
            done
            """;

    /** What a shell said about one script. */
    record Answer(int status, String output) {

        /** Bash 5.2 crashes on some scripts. */
        boolean isCrash() {
            return status >= 128;
        }

        /**
         * Whether Bash found nothing wrong. For faults in {@code [[ … ]]} it complains and still reports success; an
         * unfinished here-document is a warning.
         */
        boolean isSound() {
            return status == 0 && !output.contains("expected") && !output.contains("syntax error");
        }
    }

    private Shells() {}

    /** Whether there is a Bash that looks into {@code $(…)} before it runs it. */
    static boolean hasBash() {
        return succeeds("bash", "(( BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 502 ))");
    }

    static boolean has(String shell) {
        return succeeds(shell, ":");
    }

    private static boolean succeeds(String shell, String script) {
        try {
            return new ProcessBuilder(shell, "-c", script).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code bash -n} for each script, all by one process's hand. */
    static List<Answer> check(List<String> scripts) {
        return each(CHECK_ALL, "bash", scripts);
    }

    /** What each script prints when a shell runs it. */
    static List<Answer> run(String shell, List<String> scripts) {
        return each(RUN_ALL, shell, scripts);
    }

    private static List<Answer> each(String loop, String shell, List<String> scripts) {
        try {
            Path folder = Files.createTempDirectory("scripts");
            try {
                for (int i = 0; i < scripts.size(); i++) {
                    Files.writeString(folder.resolve("" + i), scripts.get(i));
                }
                var process = new ProcessBuilder("bash", "-c", loop, "bash", shell).directory(folder.toFile());
                process.environment().put("LC_ALL", "C.UTF-8");
                if (process.redirectErrorStream(true)
                                .redirectOutput(Redirect.DISCARD)
                                .start()
                                .waitFor()
                        != 0) {
                    throw new AssertionError("bash failed");
                }
                var answers = new ArrayList<Answer>();
                for (int i = 0; i < scripts.size(); i++) {
                    int status = Integer.parseInt(
                            Files.readString(folder.resolve(i + ".status")).strip());
                    byte[] output = Files.readAllBytes(folder.resolve(i + ".err"));
                    answers.add(new Answer(status, new String(output, StandardCharsets.UTF_8)));
                }
                return answers;
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
