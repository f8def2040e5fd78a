package io.kanilint.fix;

import io.kanilint.finding.Fix;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One job per image, named after the job and the image. All places that name the old job name the new ones then. Where
 * much is shared, or others are made of the old job, what is shared becomes a template.
 */
public final class JobSplit {
    /** Nobody applies a larger split by a click. */
    private static final int MOST_JOBS = 20;

    private static final int MOST_COMMANDS = 500;

    private final Pipeline pipeline;
    private final JobBuilds builds;
    private final JobBody body;
    private final List<Unit> units;
    private final JobReferences references;
    private final List<JobUse> uses;
    private final Bases bases;

    private JobSplit(
            Pipeline pipeline,
            JobReferences references,
            JobBuilds builds,
            Bases bases,
            JobBody body,
            List<Unit> units) {
        this.bases = bases;
        this.pipeline = pipeline;
        this.builds = builds;
        this.body = body;
        this.units = units;
        this.references = references;
        this.uses = references.of(body.job().name());
    }

    /** The split, still to be proven; empty where the job cannot be taken apart. */
    static Optional<Fix> of(Pipeline pipeline, JobReferences references, JobBuilds builds, Bases bases) {
        return proposal(pipeline, references, builds, bases).fix();
    }

    /** The split, still to be proven, or why there is none. */
    public static Proposal proposal(Pipeline pipeline, JobReferences references, JobBuilds builds, Bases bases) {
        Optional<String> obstacle = obstacle(pipeline, builds);
        if (obstacle.isPresent()) {
            return new Proposal.None(obstacle.get());
        }
        Optional<JobBody> body = JobBody.of(builds.job());
        Optional<List<Unit>> units = Units.of(builds)
                .filter(all ->
                        all.stream().flatMap(unit -> unit.build().stream()).count()
                                == builds.all().size());
        if (body.isEmpty() || units.isEmpty()) {
            return new Proposal.None("a command makes several of the images");
        }
        return new JobSplit(pipeline, references, builds, bases, body.get(), units.get()).proposal();
    }

    private static Optional<String> obstacle(Pipeline pipeline, JobBuilds builds) {
        Job job = builds.job();
        Span key = job.entry().key().span();
        if (!builds.complete()) {
            return Optional.of("the scripts can go more ways than are followed");
        }
        if (builds.all().size() > MOST_JOBS || builds.commands().items().size() > MOST_COMMANDS) {
            return Optional.of("the job is too long");
        }
        if (!builds.ways().stream().allMatch(JobSplit::isStraight)) {
            return Optional.of("a build is run several times");
        }
        if (!builds.all().stream().allMatch(Build::inScript)) {
            return Optional.of("a build is in 'after_script'");
        }
        if (!pipeline.own().contains(key.source())) {
            return Optional.of("the job lies outside of the project");
        }
        if (job.definitions().size() > 1) {
            return Optional.of("several files define the job");
        }
        if (!OwnLines.has(job.span())
                || key.text().contains("$[[")
                || key.text().isEmpty()) {
            return Optional.of("the job is not on lines of its own");
        }
        return job.name().equals("pages") || job.keywords().containsKey("pages")
                ? Optional.of("GitLab publishes what the job makes as pages")
                : Optional.empty();
    }

    /** Whether no build of a way is run twice or in a loop. */
    private static boolean isStraight(List<BuildRun> runs) {
        return runs.stream().map(BuildRun::build).distinct().count() == runs.size()
                && runs.stream().noneMatch(BuildRun::repeated);
    }

    private Proposal proposal() {
        var free = new JobNames(pipeline, body.job());
        List<String> names = free.of(ImageNames.of(builds.all()));
        String template = free.template();
        Optional<List<String>> lines = lines(names, template);
        if (lines.isEmpty()) {
            return new Proposal.None("the script is written in a way that cannot be taken apart");
        }
        var changes = new TextChanges();
        Optional<String> obstacle = ReferenceRepair.of(pipeline, uses, names, template, changes);
        if (obstacle.isPresent()) {
            return new Proposal.None(obstacle.get());
        }
        Span span = body.job().span();
        Source source = span.source();
        var orphans = new OrphanedScripts(pipeline, references, body.job());
        altered().stream()
                .filter(keyword -> body.entry(keyword).isEmpty())
                .forEach(keyword -> orphans.remove(keyword, changes));
        changes.replace(
                new Span(source, source.lineStart(span.startLine()), source.lineEnd(span.endLine())),
                String.join("\n", lines.get()));
        Optional<List<Edit>> edits = changes.edits();
        return edits.isEmpty()
                ? new Proposal.None("the job names itself")
                : new Proposal.Offer(fix(names, edits.get()));
    }

    private Fix fix(List<String> names, List<Edit> edits) {
        List<Unit> kept =
                units.stream().filter(unit -> !Foreground.isLeftOut(unit)).toList();
        List<String> doubts = Stream.of(
                        new ScriptDoubts(kept, builds).all(),
                        builds.all().stream().flatMap(build -> failing(build).stream()),
                        new OrderDoubts(builds, bases).all(),
                        JobDoubts.all(builds),
                        unread().stream())
                .flatMap(reasons -> reasons)
                .distinct()
                .toList();
        List<String> quoted = names.stream().map("'%s'"::formatted).toList();
        String title =
                "Split into " + String.join(", ", quoted.subList(0, names.size() - 1)) + " and " + quoted.getLast();
        return new Fix(Doubts.added(title, doubts), doubts.isEmpty(), edits, sources(edits), names);
    }

    private Optional<String> failing(Build build) {
        Set<Unit> without = without(build);
        return Ending.failing(
                        units,
                        units.stream().filter(unit -> !without.contains(unit)).toList(),
                        body.job().script())
                .map(unit -> new Excerpt(body.job().script().text().text().substring(unit.start(), unit.end())))
                .map("a job would fail where '%s' is false"::formatted);
    }

    /** A matrix keeps the name, a split does not. */
    private Optional<String> unread() {
        return pipeline.isWhole() ? Optional.empty() : Optional.of("jobs that could not be read may name this one");
    }

    private List<Source> sources(List<Edit> edits) {
        return pipeline.own().stream()
                .filter(source -> edits.stream().anyMatch(edit -> edit.file().equals(source.path())))
                .toList();
    }

    private Optional<List<String>> lines(List<String> names, String template) {
        Set<String> altered = altered();
        var shared = new SharedTemplate(body, altered);
        boolean anchors = shared.hasAnchorUsedElsewhere(pipeline);
        boolean needed = anchors || uses.stream().anyMatch(use -> !(use instanceof JobUse.Item));
        if (!needed && !shared.isWorthIt()) {
            return parted(builds.all().stream()
                    .map(build -> copy(build).whole(names.get(build.number())))
                    .toList());
        }
        boolean whole = needed && (shared.isEmptyWithoutScripts() || shared.mustKeepScripts(pipeline, uses));
        List<Optional<List<String>>> parts = new ArrayList<>();
        parts.add(shared.lines(template, whole));
        builds.all()
                .forEach(build -> parts.add(copy(build).small(names.get(build.number()), template, altered, whole)));
        return parted(parts);
    }

    /** The keywords that differ between the new jobs. */
    private Set<String> altered() {
        var altered = new TreeSet<String>();
        builds.all().forEach(build -> altered.addAll(copy(build).altered()));
        return altered;
    }

    /** The parts with a blank line between two; empty if one is missing. */
    private static Optional<List<String>> parted(List<Optional<List<String>>> parts) {
        var lines = new ArrayList<String>();
        for (Optional<List<String>> part : parts) {
            if (part.isEmpty()) {
                return Optional.empty();
            }
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(part.get());
        }
        return Optional.of(lines);
    }

    private JobCopy copy(Build build) {
        return new JobCopy(body, inherits(), units, without(build));
    }

    private Set<Unit> without(Build build) {
        return new Shares(units, body.job().script().text().text(), builds.all().size()).without(build);
    }

    private boolean inherits() {
        return body.job().keywords().containsKey("extends")
                || pipeline.contents().stream()
                        .anyMatch(file -> file.get("default").isPresent()
                                || file.get("before_script").isPresent());
    }
}
