package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names for what a job is split into: its own name and the image's, in the style of its own name. */
final class JobNames {
    private final Job job;
    private final Set<String> taken = new HashSet<>();

    JobNames(Pipeline pipeline, Job job) {
        this.job = job;
        pipeline.contents().forEach(file -> taken.addAll(file.effective().keySet()));
    }

    /** One for each image. */
    List<String> of(List<String> images) {
        String separator = job.name().contains("-") && !job.name().contains("_") ? "-" : "_";
        var names = new ArrayList<String>();
        images.forEach(image -> names.add(free(job.name() + separator + image)));
        return names;
    }

    /** One for what the jobs share. */
    String template() {
        return free("." + job.name());
    }

    private String free(String name) {
        String free = name;
        for (int n = 2; !taken.add(free); n++) {
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
