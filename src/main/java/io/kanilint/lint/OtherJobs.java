package io.kanilint.lint;

import io.kanilint.pipeline.Image;
import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whether all jobs but those that were fixed are what they were, and name jobs that are there. */
final class OtherJobs {
    /** What {@code needs} may hold on GitLab.com, and elsewhere unless somebody changes it. */
    private static final int MOST_NEEDS = 50;

    private final Pipeline before;
    private final Set<String> fixed;
    private final Set<Span> images;
    private final Map<String, Job> now = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();

    private OtherJobs(Pipeline before, Pipeline after, Set<String> fixed, Set<Span> images) {
        this.before = before;
        this.fixed = fixed;
        this.images = images;
        after.jobs().forEach(job -> now.put(job.name(), job));
        before.jobs().stream()
                .map(Job::name)
                .filter(name -> !now.containsKey(name))
                .forEach(gone::add);
    }

    /**
     * Compares.
     *
     * @param fixed the names of the jobs that may be different or gone
     * @param images places of images that are changed on purpose, for all jobs that have them from there
     */
    static boolean areUnchanged(Pipeline before, Pipeline after, Set<String> fixed, Set<Span> images) {
        var others = new OtherJobs(before, after, fixed, images);
        return fixed.containsAll(others.gone)
                && others.haveAllTheyName()
                && others.areWhatTheyWere()
                && others.sameStages(before, after);
    }

    private boolean haveAllTheyName() {
        return now.values().stream().allMatch(job -> {
            List<String> names = SameValues.names(job.keywords());
            return names.stream().noneMatch(gone::contains);
        });
    }

    private boolean areWhatTheyWere() {
        var values = new SameValues(successors());
        return before.jobs().stream()
                .filter(job -> !fixed.contains(job.name()))
                .allMatch(job -> Optional.ofNullable(now.get(job.name()))
                        .filter(after -> isSame(values, job, after))
                        .isPresent());
    }

    private boolean isSame(SameValues values, Job job, Job now) {
        Map<String, YamlNode> left = resolved(job);
        Map<String, YamlNode> right = resolved(now);
        if (now.image().isPresent()
                && job.image().map(Image::span).filter(images::contains).isPresent()) {
            left.remove("image");
            right.remove("image");
        }
        return values.same(left, right)
                && needs(now) <= Math.max(MOST_NEEDS, needs(job))
                && now.isComplete() == job.isComplete()
                && now.script().text().text().equals(job.script().text().text())
                && now.afterScript()
                        .text()
                        .text()
                        .equals(job.afterScript().text().text())
                && now.matrix().equals(job.matrix())
                && now.pipelines().equals(job.pipelines());
    }

    /** What counts for a job: what it extends has already become a part of that. */
    private static Map<String, YamlNode> resolved(Job job) {
        var keywords = new HashMap<>(job.keywords());
        keywords.remove("extends");
        return keywords;
    }

    private static int needs(Job job) {
        return Optional.ofNullable(job.keywords().get("needs"))
                .map(YamlNode::target)
                .filter(YamlList.class::isInstance)
                .map(list -> ((YamlList) list).items().size())
                .orElse(0);
    }

    private boolean sameStages(Pipeline before, Pipeline after) {
        return new SameValues(Map.of()).same(stages(before), stages(after));
    }

    private static Map<String, YamlNode> stages(Pipeline pipeline) {
        var stages = new HashMap<String, YamlNode>();
        pipeline.contents().forEach(file -> file.get("stages").ifPresent(node -> stages.put("stages", node)));
        return stages;
    }

    /** For each job that is gone the new ones whose names begin with its name: that of no other one that is longer. */
    private Map<String, List<String>> successors() {
        var successors = new HashMap<String, List<String>>();
        gone.forEach(name -> successors.put(name, new ArrayList<>()));
        Set<String> known = new HashSet<>();
        before.jobs().forEach(job -> known.add(job.name()));
        now.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> gone.stream()
                        .filter(name::startsWith)
                        .max(Comparator.comparingInt(String::length))
                        .ifPresent(old ->
                                successors.getOrDefault(old, new ArrayList<>()).add(name)));
        return successors;
    }
}
