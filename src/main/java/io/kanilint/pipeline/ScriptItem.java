package io.kanilint.pipeline;

import io.kanilint.text.MappedText;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;

/**
 * One entry of a job's script.
 *
 * @param written the entry as it stands in the job's own list: the text itself, or the alias or reference that stands for
 *     it
 * @param scalar where the commands themselves are written, which may be in another file
 * @param keyword {@code before_script}, {@code script} or {@code after_script}
 * @param text the commands
 */
public record ScriptItem(String keyword, YamlNode written, YamlScalar scalar, MappedText text) {}
