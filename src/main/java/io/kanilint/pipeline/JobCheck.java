package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.Map;

/** What GitLab refuses about a single job. */
final class JobCheck {
    private static final int LONGEST_NAME = 255;

    private final Remarks remarks;

    JobCheck(Remarks remarks) {
        this.remarks = remarks;
    }

    /** A name whose value cannot be a job. */
    void noMapping(String name, YamlMap.Entry entry) {
        YamlNode value = entry.value();
        if (value.isNull()) {
            nothingToRun(name, entry.key().span());
        } else {
            remarks.problem(
                    value.span(),
                    name,
                    "Job '%s' is %s; GitLab takes a mapping with a 'script'.".formatted(name, value.kind()));
        }
    }

    /**
     * A job.
     *
     * @param complete whether all of it could be read, so that what is not there is missing
     */
    void mapping(String name, YamlMap.Entry entry, Map<String, YamlNode> keywords, boolean complete) {
        Span place = entry.key().span();
        if (name.length() > LONGEST_NAME) {
            remarks.problem(place, name, "The name of this job is longer than %d characters.".formatted(LONGEST_NAME));
        }
        if (complete && remarks.whole() && !isAnythingToRun(keywords)) {
            nothingToRun(name, place);
        }
        YamlNode steps = keywords.get("run");
        if (steps != null) {
            remarks.gap(steps.span(), "'run' of job '%s' is not analysed.".formatted(name));
        }
        YamlNode trigger = keywords.get("trigger");
        if (trigger != null
                && trigger.target() instanceof YamlMap map
                && map.get("include").isPresent()) {
            ChildPipeline.of(trigger)
                    .ifPresentOrElse(
                            remarks::child,
                            () -> remarks.gap(
                                    trigger.span(),
                                    "The pipeline that job '%s' starts is made of files that are not looked for."
                                            .formatted(name)));
        }
    }

    private void nothingToRun(String name, Span place) {
        remarks.problem(
                place,
                name,
                "Job '%s' has nothing to run. GitLab refuses a job without 'script', 'run' or 'trigger'."
                        .formatted(name));
    }

    /** A job that {@code needs} another pipeline mirrors that one's status and runs nothing itself. */
    private static boolean isAnythingToRun(Map<String, YamlNode> keywords) {
        YamlNode script = keywords.get("script");
        YamlNode needs = keywords.get("needs");
        return (script != null && !isEmpty(script))
                || keywords.containsKey("trigger")
                || keywords.containsKey("run")
                || (needs != null && isPipeline(needs));
    }

    private static boolean isEmpty(YamlNode script) {
        return switch (script.target()) {
            case YamlScalar scalar -> scalar.value().isBlank();
            case YamlList list -> list.items().isEmpty();
            default -> false;
        };
    }

    private static boolean isPipeline(YamlNode needs) {
        return switch (needs.target()) {
            case YamlMap map -> map.get("pipeline").isPresent();
            case YamlList list -> list.items().stream().anyMatch(JobCheck::isPipeline);
            default -> false;
        };
    }
}
