package io.kanilint.kaniko;

import io.kanilint.pipeline.Pipeline;
import io.kanilint.pipeline.PipelineReader;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.shell.Effort;
import io.kanilint.text.Source;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A CI file with one job.
 *
 * @param head its lines before the script, such as {@code image: …} and {@code variables: …}, indented by none
 */
public record OneJob(String head, String... lines) implements ProjectFiles {
    private static final String CI_FILE = ".gitlab-ci.yml";

    /** In an image that clears the entry point as everybody does; an empty name is none. */
    public static OneJob in(String image, String... lines) {
        return new OneJob(image.isEmpty() ? "" : "image: {name: \"%s\", entrypoint: [\"\"]}".formatted(image), lines);
    }

    @Override
    public String ciPath() {
        return CI_FILE;
    }

    @Override
    public Optional<Source> read(String path) {
        return path.equals(CI_FILE) ? Optional.of(new Source(path, text())) : Optional.empty();
    }

    private String text() {
        String script = Arrays.stream(lines).map(OneJob::item).collect(Collectors.joining());
        return "job:\n" + head.indent(2) + "  script:\n" + script;
    }

    private static String item(String line) {
        return "    - \"%s\"\n"
                .formatted(line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }

    public Pipeline pipeline() {
        return PipelineReader.read(this);
    }

    public JobBuilds builds() {
        return BuildFinder.find(pipeline().jobs().getFirst(), this::read, new Effort());
    }
}
