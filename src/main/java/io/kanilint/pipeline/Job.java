package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/**
 * A job that GitLab would run.
 *
 * @param entry the job's name and body as written
 * @param keywords the values that count, by keyword: the job's own, then those of {@code extends}, then the defaults
 * @param image what it runs in, if that is known
 * @param script {@code before_script} and {@code script}: one shell
 * @param afterScript {@code after_script}: a new shell in the same container
 */
public record Job(
        String name,
        YamlMap.Entry entry,
        Map<String, YamlNode> keywords,
        Optional<Image> image,
        Script script,
        Script afterScript) {

    /** From the job's name to the end of its body. */
    public Span span() {
        return entry.key().span().to(entry.value().span());
    }
}
