package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.Flag;
import io.kanilint.kaniko.FlagCatalogue;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.KanikoArguments;
import io.kanilint.kaniko.OtherFlag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A flag of no release. Measured: {@code Error: unknown flag: --no-cache}, exit code 1, before anything is built. */
public final class UnknownFlag implements BuildRule {
    private static final Pattern LONG_NAME = Pattern.compile("-\\w[\\w-]+");
    private static final String NOTHING_TO_SWITCH_OFF =
            " Caching is off unless --cache turns it on, so there is nothing else to switch off.";
    private static final String WHAT_HELPS =
            " What keeps the images of one job apart is a job for each of them; if they must"
                    + " share one, give --cleanup to every run but the last and clear what each leaves under /kaniko.";

    @Override
    public String id() {
        return "unknown-flag";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "no release of Kaniko has this flag (such as --no-cache), so the executor stops at once";
    }

    @Override
    public Stream<Finding> check(JobBuilds job, Build build) {
        return FlagPlace.all(job, build)
                .filter(flag -> FlagCatalogue.covers(flag.executor()))
                .flatMap(flag -> (flag.flag().isEmpty() ? Optional.of(finding(flag)) : singleDash(flag)).stream());
    }

    /** {@code -destination}: the letter {@code d}, which Kaniko has, and a value that nobody meant. */
    private Optional<Finding> singleDash(FlagPlace flag) {
        String shown = shown(flag);
        return shown.equals(flag.written())
                ? Optional.empty()
                : FlagCatalogue.EXECUTOR.flag(shown.substring(1)).map(real -> {
                    String message =
                            ("Behind a single dash Kaniko takes the first letter for the flag and the rest for its value:"
                                            + " '%s' is read as '%s %s'. Write '--%s'.")
                                    .formatted(shown, flag.written(), shown.substring(2), real.name());
                    return flag.finding(this, message, renamed(flag, shown, real, Optional.empty()).stream());
                });
    }

    private Finding finding(FlagPlace flag) {
        String shown = shown(flag);
        String name = shown.replaceFirst("^--?", "");
        Optional<OtherFlag> other = FlagCatalogue.other(name);
        Optional<Flag> meant = other.isPresent() ? other.flatMap(UnknownFlag::meant) : nearest(flag, name);
        String message =
                ("Kaniko has no flag '%s' in any release, so the executor stops at once with an error and builds"
                                + " nothing.%s")
                        .formatted(shown, other.map(one -> advice(one, flag)).orElseGet(() -> advice(meant)));
        Optional<Fix> fix =
                other.filter(one -> isNoCache(one) || isPush(one, flag)).isPresent()
                        ? leftOut(flag, shown)
                        : meant.flatMap(real -> renamed(flag, shown, real, other));
        return flag.finding(this, message, fix.stream());
    }

    /** The flag as its writer sees it: all of {@code -no-push}, of which Kaniko refuses the letter {@code n}. */
    private static String shown(FlagPlace flag) {
        List<String> words = flag.build().words();
        int word = flag.use().word() + 1;
        String name = word < words.size() ? words.get(word).split("=", 2)[0] : "";
        return name.startsWith(flag.written()) && LONG_NAME.matcher(name).matches() ? name : flag.written();
    }

    private static boolean isNoCache(OtherFlag other) {
        return other.name().equals("no-cache");
    }

    /** Whether it asks for what Kaniko does by itself. */
    private static boolean isPush(OtherFlag other, FlagPlace flag) {
        List<String> words = flag.build().words();
        int word = flag.use().word() + 1;
        return other.name().equals("push")
                && List.of(flag.written(), flag.written() + "=true").contains(words.get(word))
                && (word + 1 == words.size() || !words.get(word + 1).equals("false"));
    }

    private static Optional<Flag> meant(OtherFlag other) {
        return other.replacement().flatMap(FlagCatalogue.EXECUTOR::flag);
    }

    private static Optional<Flag> nearest(FlagPlace flag, String name) {
        return FlagCatalogue.EXECUTOR
                .nearest(name)
                .filter(real -> real.releases().include(flag.executor()) != Answer.NO);
    }

    private static String advice(Optional<Flag> meant) {
        return meant.map(flag -> " Perhaps '--%s' was meant.".formatted(flag.name()))
                .orElse("");
    }

    private static String advice(OtherFlag other, FlagPlace flag) {
        if (isNoCache(other)) {
            boolean mixed = flag.job().ways().stream()
                    .flatMap(List::stream)
                    .anyMatch(run -> run.met().image() != Answer.NO);
            return NOTHING_TO_SWITCH_OFF + (mixed ? WHAT_HELPS : "");
        }
        String replacement = other.replacement()
                .map(" Kaniko's flag for that is '--%s'."::formatted)
                .orElse("");
        String remark = other.remark();
        return remark.isEmpty()
                ? replacement
                : replacement + " " + remark.substring(0, 1).toUpperCase(Locale.ROOT) + remark.substring(1) + "."
                        + (isPush(other, flag) ? " Leave it out." : "");
    }

    /** With the cache on, or {@code --no-push} beside {@code --push}, somebody has to say which of the two was meant. */
    private static Optional<Fix> leftOut(FlagPlace flag, String shown) {
        KanikoArguments arguments = flag.build().arguments();
        Answer opposite = shown.equals("--push") ? arguments.noPush() : arguments.isSet("cache");
        boolean safe = opposite == Answer.NO;
        return flag.text()
                .flatMap(FlagText::leftOut)
                .map(edit -> new Fix("Leave out '%s'".formatted(shown), safe, List.of(edit)));
    }

    private static Optional<Fix> renamed(FlagPlace flag, String shown, Flag real, Optional<OtherFlag> other) {
        boolean slip = other.isEmpty() && real.isOneSlipFrom(shown);
        boolean twin = other.filter(one -> one.remark().isEmpty()).isPresent();
        return slip || twin
                ? flag.text()
                        .flatMap(text -> text.renamed(shown, "--" + real.name()))
                        .map(edit -> new Fix("Write '--%s'".formatted(real.name()), slip, List.of(edit)))
                : Optional.empty();
    }
}
