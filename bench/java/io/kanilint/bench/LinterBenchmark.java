package io.kanilint.bench;

import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.ProjectFiles;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to check a project whose files are in memory, in a JVM that has warmed up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx256m")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LinterBenchmark {

    /** Ten jobs are about 100 lines, 2,200 jobs about 20,000. */
    @Param({"jobs 10", "jobs 100", "jobs 1000", "jobs 2200", "includes 10", "includes 100", "defects 10", "defects 100"})
    private String project;

    private ProjectFiles files;

    @Setup
    public void make() {
        String[] words = project.split(" ");
        int count = Integer.parseInt(words[1]);
        files = switch (words[0]) {
            case "jobs" -> MadeProjects.ofJobs(count);
            case "defects" -> MadeProjects.ofDefects(count);
            default -> MadeProjects.ofIncludes(count);
        };
    }

    @Benchmark
    public LintResult lint() {
        return Linter.lint(files, Settings.DEFAULT);
    }
}
