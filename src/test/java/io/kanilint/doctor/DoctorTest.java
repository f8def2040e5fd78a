package io.kanilint.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.standin.ProjectHook;
import io.kanilint.standin.StandInGitLab;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class DoctorTest {
    private static final String SECRET = "a-hook-token-that-nobody-may-see";
    private static final String PASSWORD = "a-database-password-that-nobody-may-see";
    private static final String HOOK = "https://kanilint.example.com/webhooks/gitlab";

    private final StandInGitLab gitlab = StandInGitLab.start();
    private final Map<String, Object> settings = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void set() {
        settings.put("kanilint.gitlab.url", gitlab.url());
        settings.put("kanilint.gitlab.token", gitlab.token());
        settings.put("kanilint.webhook.tokens", SECRET);
        settings.put("kanilint.public-url", "https://kanilint.example.com/");
        settings.putAll(Database.H2.settings());
    }

    @AfterEach
    void noSecretWasPrinted() {
        assertThat(out + "\n" + err).doesNotContain(SECRET, PASSWORD, gitlab.token());
        assertThat(gitlab.unknownCalls()).isEmpty();
        gitlab.close();
    }

    private int doctor(String... arguments) {
        return Doctor.run(settings, new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String line(String name) {
        return out.toString()
                .lines()
                .filter(line -> line.matches("(OK|DO|\\?) +" + name + " .*"))
                .findFirst()
                .orElse("no line on " + name + " in:\n" + out);
    }

    @Test
    void saysThatAllIsWell() {
        gitlab.project("shop/images").member(gitlab.bot(), 40).hook(ProjectHook.to(HOOK));
        assertThat(doctor("shop/images")).isZero();
        assertThat(out.toString())
                .contains(
                        gitlab.url() + ", version 18.6.0.",
                        "@kanilint-bot",
                        "The bot user is Maintainer in shop/images.",
                        "It points here.",
                        "comment: reviews write comments.",
                        "1 token and 0 signing keys.")
                .contains("expires on " + LocalDate.now(ZoneOffset.UTC).plusDays(90))
                .endsWith("\nNothing to do.\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void tellsScriptsInJson() {
        settings.put("kanilint.webhook.tokens", "");
        assertThat(doctor("--format", "json")).isEqualTo(1);
        var root = JsonMapper.builder().build().readTree(out.toString());
        assertThat(root.path("schema_version").intValue()).isEqualTo(1);
        assertThat(root.path("checks").valueStream())
                .anyMatch(check -> check.path("name").stringValue().equals("webhooks")
                        && check.path("status").stringValue().equals("do"));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void knowsAnEmptyDatabaseOneThatIsUpToDateAndOneThatANewerVersionUsed(Database database) {
        Map<String, String> kept = database.settings();
        settings.putAll(kept);
        assertThat(doctor()).isZero();
        assertThat(line("database")).startsWith("OK").contains("empty, the service sets it up");
        RunningService.start(SharedService.gitlab(), kept).close();
        out.getBuffer().setLength(0);
        assertThat(doctor()).isZero();
        assertThat(line("database")).startsWith("OK").contains("up to date");
        Flyway.configure()
                .dataSource(
                        (String) settings.get("spring.datasource.url"),
                        (String) settings.getOrDefault("spring.datasource.username", "kanilint"),
                        "")
                .locations("classpath:doctor/newer")
                .ignoreMigrationPatterns("*:*")
                .load()
                .migrate();
        out.getBuffer().setLength(0);
        assertThat(doctor()).isZero();
        assertThat(line("database")).startsWith("?").contains("a newer Kanilint has used it");
    }

    @Test
    void makesNoDatabaseFile(@TempDir Path folder) {
        settings.put("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("kanilint"));
        assertThat(doctor()).isZero();
        assertThat(line("database")).contains("at its first start");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://127.0.0.1:1/kanilint?password=" + PASSWORD + "|no database answers there",
                "jdbc:oracle:thin:" + PASSWORD + "|There is no driver for that URL",
            })
    void saysWhatIsWrongWithTheDatabase(String url, String words) {
        settings.put("spring.datasource.url", url);
        settings.put("spring.datasource.password", PASSWORD);
        assertThat(doctor()).isEqualTo(1);
        assertThat(line("database")).startsWith("DO").contains(words, "KANILINT_DB_URL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kanilint.webhook.tokens||webhooks|every webhook is refused",
                "kanilint.webhook.tokens|short|webhooks|can be guessed",
                "kanilint.webhook.tokens|whsec_abcdefghijklmnopqrstuvwxyz|webhooks|KANILINT_WEBHOOK_SIGNING_KEYS",
                "kanilint.webhook.signing-keys|whsec_abc|webhooks|Signing key number 1",
                "kanilint.webhook.tokens-file|/no/such/file|webhooks|cannot be read",
                "kanilint.public-url|kanilint.example.com|public URL|http or https",
                "kanilint.public-url|https://kanilint.example.com/webhooks/gitlab|public URL|must end before",
                "kanilint.review.mode|loud|mode|must be comment or shadow",
                "kanilint.gitlab.url|gitlab.example.com|GitLab|must be like",
                "kanilint.gitlab.url|http://127.0.0.1:1|GitLab|could not be reached",
                "kanilint.gitlab.read-timeout|soon|GitLab|kanilint.gitlab.read-timeout",
                "kanilint.gitlab.token||token|None is set",
                "kanilint.gitlab.token|another-token|token|invalid, expired or revoked",
            })
    void saysWhatToDo(String setting, String value, String name, String words) {
        settings.put(setting, value == null ? "" : value);
        assertThat(doctor()).isEqualTo(1);
        assertThat(line(name)).startsWith("DO").contains(words);
        assertThat(out.toString()).endsWith("\nOne thing to do.\n");
    }

    @Test
    void anAddressOfThisMachineIsNoneForAnotherGitLab() {
        settings.put("kanilint.public-url", "http://localhost:8080");
        assertThat(doctor()).isZero();
        settings.put("kanilint.gitlab.url", "http://gitlab.invalid");
        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString()).contains("leads each reader to their own machine");
    }

    @Test
    void aTokenNeedsItsScopeAndDaysToLive() {
        gitlab.tokenScopes("read_api", "read_user");
        assertThat(doctor()).isEqualTo(1);
        assertThat(line("token")).startsWith("DO").contains("read_api, read_user and needs api");
        settings.put("kanilint.review.mode", "shadow");
        assertThat(doctor()).isZero();
        gitlab.tokenExpires(LocalDate.now(ZoneOffset.UTC).plusDays(3));
        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString())
                .contains("expires on " + LocalDate.now(ZoneOffset.UTC).plusDays(3) + ": give Kanilint a new one");
    }

    @Test
    void aTokenThatDoesNotTellItsScopesIsNoMistake() {
        gitlab.hideTheTokenFromItself();
        assertThat(doctor()).isZero();
        assertThat(line("token")).startsWith("?").contains("It is valid");
    }

    @Test
    void aProjectNeedsTheBotAndAHealthyHook() {
        var project = gitlab.project("shop/images");
        doctor("shop/images");
        assertThat(line("role")).startsWith("OK").contains("Developer");
        assertThat(line("hook")).startsWith("?").contains("Only a Maintainer", HOOK);
        project.member(gitlab.bot(), 40);
        assertThat(hook()).startsWith("DO").contains("No hook of shop/images points to " + HOOK);
        project.hook(ProjectHook.to(HOOK).withAlert("disabled"));
        assertThat(hook()).startsWith("DO").contains("switched it off");
        project.member(gitlab.bot(), 20);
        out.getBuffer().setLength(0);
        assertThat(doctor("shop/images")).isEqualTo(1);
        assertThat(line("role")).startsWith("DO").contains("needs to be Developer");
    }

    @Test
    void aHookMustTellOfMergeRequestsAndCarryASecret() {
        gitlab.project("shop/images")
                .member(gitlab.bot(), 40)
                .hook(ProjectHook.to(HOOK).tellingOf("note", "emoji", "job", "pipeline"));
        assertThat(hook()).startsWith("DO").contains("nothing is reviewed", "Merge request events");
        gitlab.project("shop/tools")
                .member(gitlab.bot(), 40)
                .hook(ProjectHook.to(HOOK).withoutSecret());
        assertThat(doctor("shop/tools")).isEqualTo(1);
        assertThat(out.toString()).contains("neither a secret token nor a signing token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note emoji job pipeline|It points here.",
                "emoji job pipeline|commands such as recheck are not heard.",
                "note job pipeline|thumbs down are not counted.",
                "note emoji|no log is read for proof.",
                "note emoji pipeline|the log of a job is read only when its pipeline has ended.",
                "note emoji job|the log of a job is not read if it ends before its comment is there.",
            })
    void whatAHookDoesNotTellOfIsSaidWithWhatThenDoesNotWork(String events, String words) {
        gitlab.project("shop/images")
                .member(gitlab.bot(), 40)
                .hook(ProjectHook.to(HOOK).tellingOf(("merge_requests " + events).split(" ")));
        assertThat(doctor("shop/images")).isZero();
        assertThat(line("hook")).startsWith("OK").endsWith(words);
    }

    @Test
    void defaultsAreReadAsTheServiceReadsThem(@TempDir Path folder) throws IOException {
        assertThat(doctor()).isZero();
        assertThat(line("defaults")).startsWith("OK").contains("none are set");
        Path file = Files.writeString(folder.resolve("defaults.yml"), "rules: {floating-image-tag: off}\n");
        settings.put("kanilint.review.defaults-file", file.toString());
        out.getBuffer().setLength(0);
        assertThat(doctor()).isZero();
        assertThat(line("defaults"))
                .startsWith("OK")
                .contains(file + " can be used; rules set in it: 1, entries to ignore: 0.");
        Files.writeString(file, "\nrulez: {}\n");
        out.getBuffer().setLength(0);
        assertThat(doctor()).isEqualTo(1);
        assertThat(line("defaults")).startsWith("DO").contains("KANILINT_DEFAULTS_FILE", file + ":2:1", "'rulez'");
    }

    private String hook() {
        out.getBuffer().setLength(0);
        assertThat(doctor("shop/images")).isEqualTo(1);
        return line("hook");
    }

    @Test
    void aProjectThatIsNotThereIsSaid() {
        assertThat(doctor("shop/nothing")).isEqualTo(1);
        assertThat(line("project")).startsWith("DO").contains("shop/nothing does not exist");
    }

    @Test
    void wrongWordsEndWithTwo() {
        assertThat(doctor("--colour")).isEqualTo(2);
        assertThat(doctor("--format", "xml")).isEqualTo(2);
        assertThat(doctor("one", "two")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("kanilint: Unknown option: '--colour'. Try 'kanilint doctor --help'.");
    }
}
