package io.kanilint.doctor;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabProperties;
import io.kanilint.gitlab.UnusableSettingException;
import io.kanilint.review.OrganisationDefaults;
import io.kanilint.review.ReviewProperties;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kanilint doctor}. Exit codes: 0 all is well, 1 there is something to do, 2 the command is wrong. */
@Command(
        name = "kanilint doctor",
        description = "Looks at the service's settings and says which are right, and what to do about the others.",
        mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {
    private static final int WRONG = 2;
    private static final String DEFAULTS = "defaults";

    /** How to say it. */
    enum Format {
        text,
        json
    }

    private final Map<String, Object> instead;
    private final PrintWriter out;

    @Option(names = "--format", paramLabel = "text|json", description = "text (the default) or json")
    private Format format = Format.text;

    @Parameters(
            arity = "0..1",
            paramLabel = "PROJECT",
            description = "full path of a project in GitLab that is to be reviewed")
    private @Nullable String project;

    private Doctor(Map<String, Object> instead, PrintWriter out) {
        this.instead = instead;
        this.out = out;
    }

    /** Runs it on the process's own terminal and settings, and returns its exit code. */
    public static int run(String... arguments) {
        // Libraries log that they cannot connect, and to what.
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.OFF);
        }
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(Map.of(), out, err, arguments);
    }

    static int run(Map<String, Object> instead, PrintWriter out, PrintWriter err, String... arguments) {
        int code = new CommandLine(new Doctor(instead, out))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, _) -> {
                    err.printf("kanilint: %s. Try 'kanilint doctor --help'.%n", message(e));
                    return WRONG;
                })
                .setExecutionExceptionHandler((e, _, _) -> {
                    // Not its message, which may quote a setting.
                    err.println("kanilint: this is a fault in kanilint itself: "
                            + e.getClass().getName());
                    return WRONG;
                })
                .execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage())
                .replaceAll("[\\p{Cc}\\p{Cf}]+", " ")
                .replaceFirst("\\.$", "");
    }

    @Override
    public Integer call() {
        List<Check> checks = look(new Settings(instead));
        out.print(format == Format.json ? CheckReport.json(checks) : CheckReport.text(checks));
        return checks.stream().anyMatch(check -> check.status() == Check.Status.DO) ? 1 : 0;
    }

    private List<Check> look(Settings settings) {
        var address = new AddressCheck(settings);
        var checks = new ArrayList<Check>();
        checks.add(new DatabaseCheck(settings).look());
        Check mode = mode(settings);
        boolean shadow = mode.text().startsWith("shadow");
        checks.addAll(gitlab(settings, shadow, address));
        checks.add(new WebhookChecks(settings).look());
        checks.add(address.look());
        checks.add(mode);
        checks.add(defaults(settings));
        return checks;
    }

    private List<Check> gitlab(Settings settings, boolean shadow, AddressCheck address) {
        GitLab gitlab;
        String url;
        try {
            GitLabProperties properties = settings.gitlab();
            url = properties.base().toString();
            gitlab = GitLab.at(properties);
        } catch (UnusableSettingException e) {
            return List.of(Check.toDo("GitLab", e.getMessage() + "."));
        }
        var checks = new ArrayList<>(new GitLabChecks(gitlab, url, shadow, LocalDate.now(ZoneOffset.UTC)).look());
        boolean known = checks.stream().anyMatch(check -> check.name().equals("bot user"));
        if (project != null) {
            checks.addAll(
                    known
                            ? new ProjectChecks(gitlab, project, address.hook()).look()
                            : List.of(Check.unknown("project", "It cannot be looked at without a working token.")));
        }
        return checks;
    }

    private static Check defaults(Settings settings) {
        ReviewProperties properties;
        try {
            properties = settings.read("kanilint.review", ReviewProperties.class);
        } catch (UnusableSettingException _) {
            return Check.unknown(DEFAULTS, "They are not looked at before the mode is right.");
        }
        try {
            return Check.ok(DEFAULTS, OrganisationDefaults.read(properties).told() + ".");
        } catch (UnusableSettingException e) {
            return Check.toDo(DEFAULTS, e.getMessage() + ".");
        }
    }

    private static Check mode(Settings settings) {
        try {
            return settings.read("kanilint.review", ReviewProperties.class).shadow()
                    ? Check.ok("mode", "shadow: merge requests are reviewed, and nothing is written to GitLab.")
                    : Check.ok("mode", "comment: reviews write comments.");
        } catch (UnusableSettingException e) {
            return Check.toDo("mode", e.getMessage() + ".");
        }
    }
}
