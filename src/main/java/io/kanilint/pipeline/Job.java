package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A job that GitLab would run.
 *
 * @param definitions the entries that make up the job, in the order in which they are merged: usually one; several if
 *     more than one file defines it
 * @param keywords the values that count, by keyword, references resolved: the job's own merged with those of
 *     {@code extends}, then the defaults
 * @param image what it runs in, if that is known
 * @param script {@code before_script} and {@code script}: one shell
 * @param afterScript {@code after_script}: a new shell in the same container
 * @param variables what the configuration sets, by name
 * @param matrix the variables of each instance that {@code parallel} makes; one empty map for an ordinary job
 * @param admission in which pipelines it can run
 * @param isComplete whether everything that it extends or refers to could be read; if not, what it seems to lack (an
 *     image, rules) may be there
 */
public record Job(
        String name,
        List<YamlMap.Entry> definitions,
        Map<String, YamlNode> keywords,
        Optional<Image> image,
        Script script,
        Script afterScript,
        Map<String, Variable> variables,
        List<Map<String, String>> matrix,
        Admission admission,
        boolean isComplete) {

    /** The job's name and body as written, in the file that counts most. */
    public YamlMap.Entry entry() {
        return definitions.getLast();
    }

    /** In which pipelines it can run: those that its {@code rules} and the workflow's do not rule out for certain. */
    public Set<PipelineKind> pipelines() {
        return admission.possible();
    }

    /** From the job's name to the end of its body. */
    public Span span() {
        return entry().key().span().to(entry().value().span());
    }
}
