package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.fix.TextChanges;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.Redirection;
import io.kanilint.shell.Value;
import io.kanilint.shell.Word;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Registry credentials in the home folder: kaniko's images set {@code DOCKER_CONFIG=/kaniko/.docker/}, and then nothing
 * else is read (measured with upstream 1.24.0).
 *
 * <p>Those of GitLab's own registry are no matter: without any file the executor takes them from the job's variables.
 */
public final class CredentialsOutsideKaniko implements Rule {
    private static final String READ = "/kaniko/.docker";
    private static final Pattern HOME = Pattern.compile("(~|\\$\\{HOME}|/root)/\\.docker(/config\\.json|/)?");
    private static final Pattern OWN_REGISTRY = Pattern.compile("CI_REGISTRY|CI_JOB_TOKEN|CI_DEPENDENCY_PROXY");
    private static final Pattern ELSEWHERE = Pattern.compile("DOCKER_CONFIG|HOME=|kaniko/\\.docker");
    private static final Set<String> PREPARES = Set.of("mkdir", "chmod", "ls", "cat", "echo", "printf", "[", "test");

    /** A word that names the folder or the file in the home folder. */
    private record Mention(Command.Simple command, Word word, boolean written) {}

    @Override
    public String id() {
        return "credentials-outside-kaniko";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "registry credentials are written where the executor does not look";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream().flatMap(job -> check(job).stream());
    }

    private Optional<Finding> check(JobBuilds job) {
        String script = job.job().script().text().text();
        boolean read = job.all().isEmpty() || !job.all().stream().allMatch(CredentialsOutsideKaniko::looksInKaniko);
        boolean elsewhere = ELSEWHERE.matcher(script).find()
                || job.job().variables().containsKey("HOME")
                || !job.job().isComplete();
        if (read || elsewhere || OWN_REGISTRY.matcher(credentials(job)).find()) {
            return Optional.empty();
        }
        List<Mention> mentions = Commands.simple(job.commands())
                .flatMap(CredentialsOutsideKaniko::mentions)
                .toList();
        boolean clear = mentions.stream()
                .allMatch(mention -> mention.written
                        || mention.command.name().filter(PREPARES::contains).isPresent());
        int firstBuild = job.all().stream()
                .filter(Build::inScript)
                .mapToInt(build -> build.site().start())
                .min()
                .orElse(script.length());
        return mentions.stream()
                .filter(mention -> clear && mention.written && mention.word.start() < firstBuild)
                .findFirst()
                .map(first -> finding(job, first, mentions));
    }

    private static boolean looksInKaniko(Build build) {
        return build.arguments()
                .environment("DOCKER_CONFIG")
                .flatMap(Value::known)
                .filter(folder -> folder.replaceAll("/+$", "").equals(READ))
                .isPresent();
    }

    /** What the commands that write the file say, here-documents and all. */
    private static String credentials(JobBuilds job) {
        String script = job.job().script().text().text();
        var text = new StringBuilder();
        for (Command.Item item : job.commands().items()) {
            boolean writes = Commands.simple(item.command())
                    .flatMap(CredentialsOutsideKaniko::mentions)
                    .anyMatch(Mention::written);
            if (writes) {
                text.append(script, item.command().start(), item.command().end());
                Commands.simple(item.command())
                        .flatMap(command -> command.redirections().stream())
                        .flatMap(redirection -> redirection.document().stream())
                        .forEach(document -> text.append(document.body().pattern()));
            }
        }
        return text.toString();
    }

    private static Stream<Mention> mentions(Command.Simple command) {
        var mentions = new ArrayList<Mention>();
        String name = command.name().orElse("");
        List<Word> words = command.words();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1 && (name.equals("cp") || name.equals("mv"));
            if (words.get(i).pattern().contains(".docker")) {
                mentions.add(new Mention(command, words.get(i), (last || name.equals("tee")) && isHome(words.get(i))));
            }
        }
        for (Redirection redirection : command.redirections()) {
            boolean out = redirection.operator().startsWith(">");
            if (redirection.target().pattern().contains(".docker")) {
                mentions.add(new Mention(command, redirection.target(), out && isHome(redirection.target())));
            }
        }
        return mentions.stream();
    }

    private static boolean isHome(Word word) {
        return HOME.matcher(word.pattern()).matches();
    }

    private Finding finding(JobBuilds job, Mention first, List<Mention> mentions) {
        String message = ("Job '%s' writes registry credentials to '%s', but the Kaniko image sets"
                        + " `DOCKER_CONFIG=/kaniko/.docker/`, so the executor does not read them there. It then works"
                        + " without them, and the build can end with '401 Unauthorized'."
                        + " Write them to `/kaniko/.docker/config.json`, which also survives `--cleanup`.")
                .formatted(job.job().name(), text(job, first.word));
        Span place = span(job, first.word);
        return new Finding(
                id(),
                severity(),
                job.job().name(),
                place,
                message,
                List.of(),
                fix(job, mentions).stream().toList());
    }

    private static Optional<Fix> fix(JobBuilds job, List<Mention> mentions) {
        var changes = new TextChanges();
        for (Mention mention : mentions) {
            Span span = span(job, mention.word);
            boolean makes = mention.command.name().filter("mkdir"::equals).isPresent();
            boolean parents = mention.command.words().stream()
                    .anyMatch(word -> word.pattern().matches("-\\w*p\\w*|--parents"));
            boolean simple = span.text().equals(text(job, mention.word)) && span.startLine() == span.endLine();
            if (!simple || !isHome(mention.word) || (makes && !parents)) {
                return Optional.empty();
            }
            changes.replace(span, span.text().replaceFirst("[^\"']*(?=/\\.docker)", "/kaniko"));
        }
        return changes.edits().map(edits -> new Fix("Write the credentials where Kaniko reads them", true, edits));
    }

    private static Span span(JobBuilds job, Word word) {
        return job.job().script().text().span(word.start(), word.end());
    }

    private static String text(JobBuilds job, Word word) {
        return job.job().script().text().text().substring(word.start(), word.end());
    }
}
