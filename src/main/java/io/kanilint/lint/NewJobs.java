package io.kanilint.lint;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.rules.Configuration;
import java.util.List;

/** Tells whether each job that a fix makes of a build makes the image of that build, and no other one's. */
final class NewJobs {
    private NewJobs() {}

    static boolean makeTheirOwn(Claim claim, Configuration before, Configuration after) {
        List<String> names = claim.fix().jobs();
        return names.isEmpty()
                || before.jobs().stream()
                        .filter(job -> claim.jobs().contains(job.job().name()))
                        .allMatch(job -> isShared(job.all(), names, after));
    }

    private static boolean isShared(List<Build> builds, List<String> names, Configuration after) {
        if (builds.size() != names.size()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            List<BuiltImage> made = after.jobs().stream()
                    .filter(job -> job.job().name().equals(name))
                    .map(JobBuilds::all)
                    .flatMap(List::stream)
                    .map(BuiltImage::of)
                    .toList();
            if (!BuiltImage.areKept(List.of(BuiltImage.of(builds.get(i))), made)) {
                return false;
            }
        }
        return true;
    }
}
