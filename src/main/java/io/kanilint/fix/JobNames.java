package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import java.util.List;

/** Names for the jobs that a job is split into: its own name and the image's, in the style of its own name. */
final class JobNames {
    private JobNames() {}

    static List<String> of(Pipeline pipeline, Job job, List<String> images) {
        String separator = job.name().contains("-") && !job.name().contains("_") ? "-" : "_";
        return images.stream()
                .map(image -> free(pipeline, job.name() + separator + image))
                .toList();
    }

    private static String free(Pipeline pipeline, String name) {
        String free = name;
        for (int n = 2; pipeline.job(free).isPresent(); n++) {
            free = name + "_" + n;
        }
        return free;
    }

    /** The name as a key, quoted as the old one was. */
    static String asKey(String written, String name) {
        char first = written.charAt(0);
        if (first == '\'') {
            return "'" + name.replace("'", "''") + "'";
        }
        return first == '"' ? '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : name;
    }
}
