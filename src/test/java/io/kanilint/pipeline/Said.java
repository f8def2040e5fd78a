package io.kanilint.pipeline;

import io.kanilint.text.Span;
import java.util.List;

/** What a pipeline holds, in the short form that tests compare. */
final class Said {
    private Said() {}

    /** Each problem as {@code path:line:column message}. */
    static List<String> problems(Pipeline pipeline) {
        return pipeline.problems().stream()
                .map(problem -> problem.span() + " " + problem.message())
                .toList();
    }

    /** Each gap likewise. */
    static List<String> gaps(Pipeline pipeline) {
        return pipeline.gaps().stream()
                .map(gap -> gap.span() + " " + gap.reason())
                .toList();
    }

    /** The commands of a job's script. */
    static List<String> script(Pipeline pipeline, String job) {
        return pipeline.job(job).orElseThrow().script().items().stream()
                .map(item -> item.text().text())
                .toList();
    }

    /** Where each of them is written, as {@code path:line}, and after an arrow where it entered the job's own list. */
    static List<String> places(Pipeline pipeline, String job) {
        return pipeline.job(job).orElseThrow().script().items().stream()
                .map(item -> place(item.scalar().span()) + " <- "
                        + place(item.written().span()))
                .toList();
    }

    private static String place(Span span) {
        return span.source().path() + ":" + span.startLine();
    }

    static String image(Pipeline pipeline, String job) {
        return pipeline.job(job).orElseThrow().image().map(Image::name).orElse("none");
    }
}
