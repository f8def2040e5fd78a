package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.kaniko.BuildFinder;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Image;
import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.rules.Configuration;
import io.kanilint.shell.Effort;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves fixes by applying them and looking again: the findings are gone, nothing new is found, every other job is what it
 * was, and the images built are the same. Fixes of different jobs on different lines are proven together, so that a file
 * with hundreds of findings is not read hundreds of times; if that fails, in ever smaller groups down to each alone.
 */
final class FixProof {
    /** In characters that are read again. What is not proven by then is not offered. */
    private static final long MOST_WORK = 20_000_000;

    private final ProjectFiles files;
    private final Configuration before;
    private final List<Finding> findings;
    private final Set<Claim> proven = new HashSet<>();
    private final Effort effort = new Effort();
    private final long size;
    private long work;

    private FixProof(ProjectFiles files, Configuration before, List<Finding> findings) {
        this.files = files;
        this.before = before;
        this.findings = findings;
        this.size = before.pipeline().sources().stream()
                .map(Source::text)
                .mapToLong(String::length)
                .sum();
    }

    /** The findings with those of their fixes that stand their proof. */
    static List<Finding> proven(ProjectFiles files, Configuration before, List<Finding> findings) {
        return new FixProof(files, before, findings).proven();
    }

    private List<Finding> proven() {
        List<List<Claim>> claims = Claim.of(findings);
        groups(claims.stream().flatMap(List::stream).distinct().toList()).forEach(this::prove);
        var result = new ArrayList<Finding>();
        for (int i = 0; i < findings.size(); i++) {
            List<Fix> fixes = claims.get(i).stream()
                    .filter(proven::contains)
                    .map(Claim::fix)
                    .toList();
            result.add(findings.get(i).withFixes(fixes));
        }
        return result;
    }

    /** Claims that do not get in each other's way: no two for one job, no two on one line. */
    private static List<List<Claim>> groups(List<Claim> claims) {
        var groups = new ArrayList<List<Claim>>();
        var taken = new ArrayList<FixedPlaces>();
        for (Claim claim : claims) {
            int group = 0;
            while (group < groups.size()
                    && !taken.get(group).add(claim.jobs(), claim.fix().edits())) {
                group++;
            }
            if (group == groups.size()) {
                groups.add(new ArrayList<>());
                taken.add(new FixedPlaces());
                boolean _ = taken.getLast().add(claim.jobs(), claim.fix().edits());
            }
            groups.get(group).add(claim);
        }
        return groups;
    }

    private void prove(List<Claim> claims) {
        if (work > MOST_WORK || effort.isSpent()) {
            return;
        }
        work += size;
        if (heal(claims)) {
            proven.addAll(claims);
        } else if (claims.size() > 1) {
            prove(claims.subList(0, claims.size() / 2));
            prove(claims.subList(claims.size() / 2, claims.size()));
        }
    }

    private boolean heal(List<Claim> claims) {
        var patched = new PatchedFiles(files, Claim.edits(claims));
        Configuration after = Linter.configuration(patched, effort).asProofOf(before);
        Predicate<String> jobs = isConcerned(claims);
        if (effort.isSpent() || !othersAreUnchanged(claims, after)) {
            return false;
        }
        Checks checks = Checks.of(after);
        // A rule that breaks down, or that looked at less than all, says nothing and proves nothing.
        return checks.failed().isEmpty()
                && left(claims).allow(checks.findings())
                && BuiltImage.areKept(builds(before, jobs, files), builds(after, jobs, patched))
                && claims.stream().allMatch(claim -> NewJobs.makeTheirOwn(claim, before, after))
                && !effort.isSpent();
    }

    private RemainingFindings left(List<Claim> claims) {
        var healed = new ArrayList<Finding>();
        var left = new ArrayList<Finding>();
        for (int i = 0; i < findings.size(); i++) {
            int number = i;
            boolean claimed = claims.stream().anyMatch(claim -> claim.heals(number));
            (claimed ? healed : left).add(findings.get(i));
        }
        Set<String> jobs = before.pipeline().jobs().stream().map(Job::name).collect(Collectors.toSet());
        return new RemainingFindings(healed, left, jobs);
    }

    private boolean othersAreUnchanged(List<Claim> claims, Configuration after) {
        Set<String> fixed = Claim.jobs(claims);
        Set<Span> images = before.pipeline().jobs().stream()
                .filter(job -> fixed.contains(job.name()))
                .flatMap(job -> job.image().stream())
                .map(Image::span)
                .filter(image -> claims.stream().anyMatch(claim -> changes(claim.fix(), image)))
                .collect(Collectors.toSet());
        return OtherJobs.areUnchanged(before.pipeline(), after.pipeline(), fixed, images);
    }

    private static boolean changes(Fix fix, Span span) {
        return fix.edits().stream()
                .anyMatch(edit -> edit.file().equals(span.source().path())
                        && edit.startLine() <= span.startLine()
                        && span.startLine() <= edit.endLine());
    }

    /** Tells the jobs that are fixed, and those that come of them. */
    private Predicate<String> isConcerned(List<Claim> claims) {
        Set<String> others = new HashSet<>();
        before.jobs().forEach(job -> others.add(job.job().name()));
        others.removeAll(Claim.jobs(claims));
        return name -> !others.contains(name);
    }

    /** What each build makes, and of what; of jobs that are concerned, in each of the instances that a matrix makes. */
    private List<BuiltImage> builds(Configuration configuration, Predicate<String> isConcerned, ProjectFiles read) {
        return configuration.jobs().stream()
                .flatMap(job ->
                        isConcerned.test(job.job().name()) && job.job().matrix().size() > 1
                                ? BuildFinder.findEach(job.job(), read::read, effort).stream()
                                : Stream.of(job))
                .map(JobBuilds::all)
                .flatMap(List::stream)
                .map(BuiltImage::of)
                .toList();
    }
}
