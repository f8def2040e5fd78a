package io.kanilint.fix;

import io.kanilint.finding.Fix;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.shell.Command;
import io.kanilint.text.Edit;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One job per image, named after the job and the image. Commands before the first build go to all jobs, those between two
 * builds to the later one, those after the last build to the last.
 */
public final class JobSplit {
    /** Keywords whose effect doubles when there are two jobs, so that a person must look. */
    private static final Set<String> DOUBLED =
            Set.of("environment", "resource_group", "release", "coverage", "artifacts", "trigger");

    /** Nobody applies a larger split by a click. */
    private static final int MOST_JOBS = 20;

    private static final int MOST_COMMANDS = 500;

    private static final Set<String> HARMLESS = Set.of("echo", "printf", "date", "ls", "pwd", "true", ":");

    private final Pipeline pipeline;
    private final Job job;
    private final List<Unit> units;

    private JobSplit(Pipeline pipeline, Job job, List<Unit> units) {
        this.pipeline = pipeline;
        this.job = job;
        this.units = units;
    }

    /** The split, still to be proven; empty where the job cannot be taken apart or is named by others. */
    public static Optional<Fix> of(Pipeline pipeline, JobReferences references, JobBuilds builds) {
        Job job = builds.job();
        if (builds.all().size() > MOST_JOBS || builds.commands().items().size() > MOST_COMMANDS) {
            return Optional.empty();
        }
        boolean once = builds.ways().stream().allMatch(JobSplit::isStraight);
        boolean ownLines = isOnOwnLines(job.span());
        boolean inScript = builds.all().stream().allMatch(build -> build.inScript());
        boolean named = references.name(job);
        boolean inOnePlace = job.definitions().size() == 1
                && !job.entry().key().span().text().contains("$[[");
        if (!once || !ownLines || !inScript || named || !inOnePlace) {
            return Optional.empty();
        }
        return Units.of(builds)
                .filter(units ->
                        units.stream().flatMap(unit -> unit.build().stream()).count()
                                == builds.all().size())
                .flatMap(units -> new JobSplit(pipeline, job, units).fix(builds.all()));
    }

    /** Whether no build of a way is run twice, in a loop or beside another. */
    private static boolean isStraight(List<BuildRun> runs) {
        return runs.stream().map(BuildRun::build).distinct().count() == runs.size()
                && runs.stream().noneMatch(run -> run.repeated() || run.concurrent());
    }

    private static boolean isOnOwnLines(Span span) {
        var source = span.source();
        String before = source.text().substring(source.lineStart(span.startLine()), span.start());
        String after = source.text().substring(span.end(), Math.max(span.end(), source.lineEnd(span.endLine())));
        return before.isBlank() && (after.isBlank() || after.stripLeading().startsWith("#"));
    }

    private Optional<Fix> fix(List<Build> builds) {
        List<String> names = JobNames.of(pipeline, job, ImageNames.of(builds));
        var lines = new ArrayList<String>();
        for (Build build : builds) {
            Optional<List<String>> copy =
                    JobCopy.of(job, names.get(build.number()), inherits(), units, notFor(build, builds));
            if (copy.isEmpty()) {
                return Optional.empty();
            }
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(copy.get());
        }
        Span span = job.span();
        var edit = new Edit(span.source().path(), span.startLine(), span.endLine(), lines);
        Optional<String> doubt = doubt();
        List<String> quoted = names.stream().map("'%s'"::formatted).toList();
        String title =
                "Split into " + String.join(", ", quoted.subList(0, names.size() - 1)) + " and " + quoted.getLast();
        return Optional.of(new Fix(
                doubt.map(reason -> title + "; look at it first: " + reason).orElse(title),
                doubt.isEmpty(),
                List.of(edit)));
    }

    private boolean inherits() {
        return job.keywords().containsKey("extends")
                || pipeline.contents().stream()
                        .anyMatch(file -> file.get("default").isPresent()
                                || file.get("before_script").isPresent());
    }

    /** The units that the job of one build does without. */
    private Set<Unit> notFor(Build build, List<Build> builds) {
        var removed = new HashSet<Unit>();
        int seen = 0;
        for (Unit unit : units) {
            boolean prepares = seen == 0 && unit.build().isEmpty();
            int owner = Math.min(seen, builds.size() - 1);
            if (!prepares && owner != build.number()) {
                removed.add(unit);
            }
            seen += unit.build().isPresent() ? 1 : 0;
        }
        return removed;
    }

    /** Why the meaning might change, if it might. */
    private Optional<String> doubt() {
        if (!pipeline.gaps().isEmpty()) {
            return Optional.of("jobs that could not be read may name this one");
        }
        Optional<String> doubled = job.keywords().keySet().stream()
                .filter(DOUBLED::contains)
                .sorted()
                .findFirst();
        if (doubled.isPresent()) {
            return doubled.map("both jobs would have the same '%s'"::formatted);
        }
        boolean started = false;
        for (Unit unit : units) {
            if (started && unit.build().isEmpty() && !isHarmless(unit.command())) {
                return Optional.of("commands after the first build run in one of the jobs only");
            }
            started |= unit.build().isPresent();
        }
        return Optional.empty();
    }

    private static boolean isHarmless(Command command) {
        return command instanceof Command.Simple simple
                && simple.redirections().isEmpty()
                && simple.name().filter(HARMLESS::contains).isPresent();
    }
}
