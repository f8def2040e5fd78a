package io.kanilint.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs scripts with the shells of this machine, each in a folder of its own, with an executor that only takes notes. */
final class RealShells implements AutoCloseable {
    private static final long MOST_SECONDS = 5;
    private static final String EXECUTOR = """
            #!/bin/sh
            here=${0%%/*}
            printf x >>"$here/count"
            read -r count <"$here/count"
            read -r plan <"$here/plan"
            i=1
            while [ $i -lt ${#count} ]; do plan=${plan#?} i=$((i + 1)); done
            status=0
            case $plan in 1*) status=1 ;; esac
            case "$*" in *fail*) status=1 ;; esac
            printf '%%s\\0' "$status" %s "$#" "$@" >>"$here/log"
            exit $status
            """.formatted(String.join(
            " ",
            RealRun.WATCHED.stream()
                    .map(name -> "\"${%s+=}${%s-}\"".formatted(name, name))
                    .toList()));

    private final Path root;
    private final List<String> names;

    RealShells() {
        this.names = Stream.of("bash", "dash", "busybox")
                .filter(RealShells::isInstalled)
                .toList();
        try {
            this.root = Files.createTempDirectory("shell-oracle");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isInstalled(String shell) {
        return Stream.of("/bin/", "/usr/bin/").anyMatch(folder -> Files.isExecutable(Path.of(folder + shell)));
    }

    /** What each shell does in each trial; nothing from those that did not come to an end. */
    List<RealRun> run(OracleCase given) {
        var runs = new ArrayList<RealRun>();
        for (String shell : names) {
            if (!given.bash() || shell.equals("bash")) {
                for (Map<String, String> trial : given.trials()) {
                    run(given, shell, trial).ifPresent(runs::add);
                }
            }
        }
        return runs;
    }

    private Optional<RealRun> run(OracleCase given, String shell, Map<String, String> trial) {
        try {
            Path folder = Files.createTempDirectory(root, "run");
            lay(given, shell, folder);
            var builder = new ProcessBuilder(
                    shell.equals("busybox") ? List.of(shell, "ash", "script.sh") : List.of(shell, "script.sh"));
            builder.directory(folder.toFile()).redirectErrorStream(true);
            builder.redirectInput(Path.of("/dev/null").toFile());
            Map<String, String> environment = builder.environment();
            environment.clear();
            environment.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
            environment.put("LC_ALL", "C.UTF-8");
            environment.putAll(given.known());
            environment.putAll(trial);
            Optional<RealRun> run = finish(builder.start(), shell, trial, folder);
            delete(folder);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lay(OracleCase given, String shell, Path folder) throws IOException {
        write(folder.resolve("bin/executor"), EXECUTOR);
        write(folder.resolve("bin/plan"), given.plan() + "\n");
        boolean pipefail = given.pipefail() && !shell.equals("dash");
        String options = (given.errexit() ? "set -e\n" : "") + (pipefail ? "set -o pipefail\n" : "");
        write(folder.resolve("script.sh"), options + given.script());
        for (Map.Entry<String, String> file : given.files().entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Optional<RealRun> finish(Process process, String shell, Map<String, String> trial, Path folder)
            throws IOException {
        // Its own programs hold the output open until the last of them has ended, those in the background, too.
        var output = new String[1];
        Thread reader = Thread.ofVirtual().start(() -> {
            try (var stream = process.getInputStream()) {
                output[0] = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)
                    && reader.join(java.time.Duration.ofSeconds(MOST_SECONDS));
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(
                new RealRun(shell, trial, calls(folder.resolve("bin/log")), process.exitValue() != 0, output[0]));
    }

    private static List<RealRun.RealCall> calls(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        String[] words = Files.readString(log).split("\0", -1);
        var calls = new ArrayList<RealRun.RealCall>();
        int names = RealRun.WATCHED.size();
        for (int at = 0; at < words.length - 1; ) {
            var environment = new HashMap<String, String>();
            for (int i = 0; i < names; i++) {
                String value = words[at + 1 + i];
                if (!value.isEmpty()) {
                    environment.put(RealRun.WATCHED.get(i), value.substring(1));
                }
            }
            int first = at + names + 2;
            int last = first + Integer.parseInt(words[first - 1]);
            calls.add(new RealRun.RealCall(
                    Arrays.asList(words).subList(first, last), environment, words[at].equals("1")));
            at = last;
        }
        return calls;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
