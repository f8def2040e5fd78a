package io.kanilint.kaniko;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.PipelineKind;
import io.kanilint.shell.Effort;
import io.kanilint.shell.ScriptFiles;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a job builds in pipelines of one kind.
 *
 * @param instance the variables of the instance that does, if the job has a matrix; none if all are meant
 * @param builds the builds that its script makes there, with what is certain there about variables
 */
public record PipelineBuilds(PipelineKind kind, Map<String, String> instance, JobBuilds builds) {

    /** Looks at jobs again, pipeline by pipeline; at each once. */
    public static final class Finder {
        private final IdentityHashMap<Job, List<PipelineBuilds>> known = new IdentityHashMap<>();
        private final ScriptFiles files;
        private final Effort effort;

        public Finder(ScriptFiles files, Effort effort) {
            this.files = files;
            this.effort = effort;
        }

        /** Those of each kind of pipeline and each instance; empty if they could not all be followed to their end. */
        public List<PipelineBuilds> of(Job job) {
            return known.computeIfAbsent(job, this::find);
        }

        private List<PipelineBuilds> find(Job job) {
            List<PipelineBuilds> all = Circumstance.of(job).stream()
                    .map(circumstance -> new PipelineBuilds(
                            circumstance.kind(),
                            circumstance.instance(),
                            BuildFinder.under(circumstance, job, files, effort)))
                    .toList();
            return all.stream().allMatch(one -> one.builds.complete()) ? all : List.of();
        }
    }

    /** The build that the same command makes here as another one elsewhere. */
    public Optional<Build> at(Build build) {
        return builds.ways().stream()
                .flatMap(List::stream)
                .map(BuildRun::build)
                .filter(one -> one.span().equals(build.span()) && one.site().equals(build.site()))
                .findFirst();
    }
}
