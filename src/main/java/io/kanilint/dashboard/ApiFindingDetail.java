package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is told of a finding that is asked for by itself. */
@Schema(name = "FindingDetail", description = "Where a finding is, and what to do about it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiFindingDetail(
        @Schema(description = "The commit in which it was last seen.")
        String commit,

        @Schema(description = "The lines of the file around it.")
        List<Line> excerpt,

        @Schema(description = "A change that mends it; left out if there is none.") @Nullable
        Fix fix) {

    @Schema(name = "ExcerptLine", description = "A line of a file.")
    record Line(
            @Schema(description = "Its number, from 1.") int number,
            String text,

            @Schema(description = "Whether the finding is about it.")
            boolean marked) {}

    @Schema(name = "Fix", description = "A change that mends a finding; it was proven by checking the changed files.")
    record Fix(
            @Schema(description = "What it does, for people.")
            String title,

            @Schema(description = "Whether the meaning is kept; otherwise a person has to look first.")
            boolean safe,

            @Schema(description = "The change to the file, as hunks of a unified diff.")
            String patch) {}

    static ApiFindingDetail of(FindingDetail detail) {
        FindingDetail.Suggestion fix = detail.fix();
        return new ApiFindingDetail(
                detail.headSha(),
                detail.excerpt().stream()
                        .map(line ->
                                new Line(line.number(), line.text(), line.look().equals("marked")))
                        .toList(),
                fix == null
                        ? null
                        : new Fix(
                                fix.title(),
                                fix.safe(),
                                fix.patch().stream()
                                        .map(FindingDetail.Line::text)
                                        .collect(Collectors.joining("\n"))));
    }
}
