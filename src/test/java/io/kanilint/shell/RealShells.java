package io.kanilint.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs scripts with the shells of this machine, each in a folder of its own, with an executor that only takes notes. */
final class RealShells implements AutoCloseable {
    private static final int MOST_SECONDS = 5;

    /** The status of {@code timeout} when it had to stop a program. */
    private static final String STOPPED = "124";

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
            case "$1" in piped) while read -r line; do :; done ;; esac
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

    List<String> names() {
        return names;
    }

    /** How many shells can read a script. */
    int countFor(OracleCase given) {
        return given.bash() ? 1 : names.size();
    }

    private record Trial(String shell, Map<String, String> environment, Path folder) {

        /** Runs the script, in a driver for all trials of it. */
        String command(OracleCase given) {
            var environment = new TreeMap<>(given.known());
            environment.putAll(this.environment);
            environment.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
            environment.put("LC_ALL", "C.UTF-8");
            String variables = environment.entrySet().stream()
                    .map(entry -> quoted(entry.getKey() + "=" + entry.getValue()))
                    .collect(Collectors.joining(" "));
            return "cd %s; env -i %s timeout %d %s script.sh >bin/out 2>&1 </dev/null; echo $? >bin/status%n"
                    .formatted(
                            quoted(folder.toString()),
                            variables,
                            MOST_SECONDS,
                            shell.equals("busybox") ? "busybox ash" : shell);
        }

        private static String quoted(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }

        /** Empty if it did not come to an end. */
        Optional<RealRun> result() throws IOException {
            String status = Files.readString(folder.resolve("bin/status")).strip();
            return status.equals(STOPPED)
                    ? Optional.empty()
                    : Optional.of(new RealRun(
                            shell,
                            environment,
                            calls(folder.resolve("bin/log")),
                            !status.equals("0"),
                            Files.readString(folder.resolve("bin/out"))));
        }
    }

    /** What each shell does in each trial; nothing from those that did not come to an end. */
    List<RealRun> run(OracleCase given) {
        try {
            Path folder = Files.createTempDirectory(root, "case");
            var trials = new ArrayList<Trial>();
            for (String shell : names) {
                for (Map<String, String> environment : given.trials()) {
                    if (!given.bash() || shell.equals("bash")) {
                        trials.add(new Trial(shell, environment, folder.resolve(String.valueOf(trials.size()))));
                    }
                }
            }
            var driver = new StringBuilder();
            Process process;
            // A program that another new process still holds open for writing cannot be run.
            synchronized (this) {
                for (Trial trial : trials) {
                    lay(given, trial.shell, trial.folder);
                    driver.append(trial.command(given));
                }
                process = new ProcessBuilder("sh", "-c", driver.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            }
            process.waitFor();
            var runs = new ArrayList<RealRun>();
            for (Trial trial : trials) {
                trial.result().ifPresent(runs::add);
            }
            delete(folder);
            return runs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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
