package io.kanilint.fix;

import io.kanilint.finding.Fix;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.FlagUse;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.shell.Word;
import io.kanilint.text.Edit;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives the first build the destinations of all, where they make the same image, and leaves out the others. */
final class JoinedBuild {
    /** Blanks and continued lines; possessive, since what can go back takes a stack as deep as the gap is long. */
    private static final Pattern GAP = Pattern.compile("(?:\\s|\\\\\\r?\\n)++");

    private final SameImage image;
    private final ScriptPlaces places;
    private final String text;
    private final JobBuilds builds;
    private final JobCuts cuts;

    private JoinedBuild(Pipeline pipeline, JobBuilds builds, SameImage image) {
        this.image = image;
        this.places = new ScriptPlaces(builds.job().script());
        this.text = builds.job().script().text().text();
        this.builds = builds;
        this.cuts = new JobCuts(pipeline);
    }

    /** The fix, still to be proven; empty where the builds differ in more, or stand where they cannot be changed. */
    static Optional<Fix> of(Pipeline pipeline, JobBuilds builds) {
        return builds.job().isComplete()
                ? SameImage.of(builds).flatMap(image -> new JoinedBuild(pipeline, builds, image).fix())
                : Optional.empty();
    }

    private Optional<Fix> fix() {
        List<WrittenCommand> calls = image.builds().stream()
                .flatMap(build -> WrittenCommand.of(builds, build).stream())
                .filter(call ->
                        places.isInOne(call.command().start(), call.command().end()))
                .toList();
        List<Unit> making =
                image.units().stream().filter(unit -> unit.build().isPresent()).toList();
        boolean written = calls.size() == making.size()
                && IntStream.range(0, calls.size())
                        .allMatch(
                                i -> calls.get(i).command().equals(making.get(i).command()));
        if (!written) {
            return Optional.empty();
        }
        List<List<List<Word>>> flags = IntStream.range(0, calls.size())
                .mapToObj(i -> flags(calls.get(i), image.builds().get(i)))
                .toList();
        boolean seen = flags.stream().flatMap(List::stream).noneMatch(List::isEmpty);
        boolean alike = IntStream.range(0, calls.size())
                        .mapToObj(i -> before(calls.get(i), image.builds().get(i)))
                        .distinct()
                        .count()
                == 1;
        if (!seen || !alike) {
            return Optional.empty();
        }
        add(calls.getFirst(), flags);
        var removal = new UnitRemoval(
                builds.job(), image.units(), making.stream().skip(1).collect(Collectors.toSet()), cuts);
        if (!removal.cut()) {
            return Optional.empty();
        }
        List<Edit> edits = cuts.edits();
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fix(
                        "Build it once, with %s '--destination'".formatted(image.count()),
                        true,
                        edits,
                        cuts.sources()));
    }

    /** The words of each destination; none for one that does not stand where it should if each word is one argument. */
    private static List<List<Word>> flags(WrittenCommand call, Build build) {
        List<Word> words = call.command().words();
        var flags = new ArrayList<List<Word>>();
        for (FlagUse use : SameImage.destinations(build)) {
            int first = arguments(words, build) + use.word();
            int last = arguments(words, build) + use.valueWord();
            boolean there = first > 0
                    && last < words.size()
                    && words.get(first).pattern().startsWith(use.written());
            flags.add(there ? words.subList(first, last + 1) : List.of());
        }
        return flags;
    }

    /** The number of the first word behind the executor. */
    private static int arguments(List<Word> words, Build build) {
        return words.size() - (build.words().size() - 1);
    }

    /** What stands before the executor's arguments. */
    private List<String> before(WrittenCommand call, Build build) {
        List<Word> words = call.command().words();
        return words.subList(0, Math.max(0, arguments(words, build))).stream()
                .map(this::written)
                .toList();
    }

    private String written(Word word) {
        return text.substring(word.start(), word.end());
    }

    private void add(WrittenCommand first, List<List<List<Word>>> flags) {
        List<Word> last = flags.getFirst().getLast();
        Span place = span(last.getLast());
        String gap = gap(first, last.getFirst());
        int item = places.itemAt(last.getLast().start());
        String more = flags.stream()
                .skip(1)
                .flatMap(List::stream)
                .map(words -> words.stream().map(this::written).collect(Collectors.joining(" ")))
                .map(flag -> gap + places.encoded(flag, item))
                .collect(Collectors.joining());
        cuts.at(place).replace(place.start(), place.end(), place.text() + more);
    }

    /** What stands before a flag: each flag may have a line of its own. */
    private String gap(WrittenCommand call, Word flag) {
        List<Word> words = call.command().words();
        Span before = span(words.get(words.indexOf(flag) - 1));
        Span own = span(flag);
        String gap = before.source() == own.source() && before.end() <= own.start()
                ? own.source().text().substring(before.end(), own.start())
                : "";
        return GAP.matcher(gap).matches() ? gap : " ";
    }

    private Span span(Word word) {
        return places.span(word.start(), word.end());
    }
}
