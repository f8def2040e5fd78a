package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.standin.StandInGitLab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of projects. */
class ProjectListTest {
    private static final Pattern ROW = Pattern.compile("href=\"/projects/(\\d+)\">");

    private record Made(long id, String path, int minute, int open) {}

    @ParameterizedTest
    @EnumSource
    void eachOrderShowsEachOnce(Database database) {
        RunningService service = SharedService.on(database);
        var rows = new Rows(service);
        String group = "sorted-" + rows.project;
        var made = new ArrayList<Made>();
        for (int i = 0; i < 120; i++) {
            String path = group + "/p" + (i * 37 % 120) + (i % 2 == 0 ? "_x" : "");
            long id = rows.anotherProject(path, i % 7);
            if (i % 5 != 0) {
                rows.count(id, "multi-build-job", "error", i % 5);
                rows.count(id, "floating-image-tag", "info", 1);
            }
            made.add(new Made(id, path, i % 7, i % 5 == 0 ? 0 : i % 5 + 1));
        }
        var admin = Visitor.administrator(service);
        Comparator<Made> newest = Comparator.comparing(Made::minute).thenComparing(Made::id);
        Comparator<Made> most = Comparator.comparing(Made::open).thenComparing(Made::id);
        assertThat(walk(admin, "/projects?sort=review&q=" + group)).isEqualTo(ids(made, newest.reversed()));
        assertThat(walk(admin, "/projects?sort=findings&q=" + group)).isEqualTo(ids(made, most.reversed()));
        assertThat(walk(admin, "/projects?q=" + group))
                .containsExactlyInAnyOrderElementsOf(ids(made, newest))
                .doesNotHaveDuplicates();
        assertThat(walk(admin, "/projects?q=" + group + "/P1_X")).hasSizeLessThan(2);
        assertThat(walk(admin, "/projects?q=" + group + "%25")).isEmpty();
        assertThat(admin.page("/projects?q=" + group + "/none")).contains("No project fits.");
    }

    @ParameterizedTest
    @EnumSource
    void aProjectShowsItsState(Database database) {
        RunningService service = SharedService.on(database);
        var rows = new Rows(service);
        long id = rows.project("state/p" + rows.project);
        rows.count(id, "multi-build-job", "error", 3);
        rows.delivery("push", "ignored", 0, 90);
        rows.review(4, "reviewed", null);
        var admin = Visitor.administrator(service);
        assertThat(admin.page("/projects?q=state/p" + id))
                .containsPattern("class=\"number\">3</td>\\s*<td class=\"number\">0</td>")
                .contains("2026-03-01 13:30 UTC", ">reviewed</span>");
        assertThat(admin.page("/projects/" + id))
                .contains(
                        "multi-build-job",
                        "found no <code>.kanilint.yml</code>",
                        "KANILINT_DEFAULTS_FILE",
                        "Last deliveries",
                        "!4")
                .contains("https://gitlab.example/state/p" + id);
    }

    @ParameterizedTest
    @EnumSource
    void aProjectShowsItsOwnSettingsAndWhetherTheyAreUsed(Database database) {
        RunningService service = SharedService.on(database);
        var rows = new Rows(service);
        long id = rows.project("settings/p" + rows.project);
        var admin = Visitor.administrator(service);
        String notUsed = "so it is not used";
        String cut = "Its first 4,000 characters";

        settings(service, id, "comments: {max: 3}");
        assertThat(admin.page("/projects/" + id))
                .contains("The project's own settings", "comments: {max: 3}", "KANILINT_DEFAULTS_FILE")
                .doesNotContain(notUsed, cut, "in force");
        settings(service, id, "comments: {most: 3}");
        assertThat(admin.page("/projects/" + id))
                .contains("comments: {most: 3}", notUsed, ".kanilint.yml:1:", "most")
                .doesNotContain(cut);
        settings(service, id, "#".repeat(3999) + "…");
        assertThat(admin.page("/projects/" + id)).contains(cut).doesNotContain(notUsed);
        settings(service, id, "#".repeat(4000));
        assertThat(admin.page("/projects/" + id)).doesNotContain(cut, notUsed);
    }

    private static void settings(RunningService service, long id, String text) {
        service.database()
                .sql("UPDATE project SET settings = ? WHERE id = ?")
                .params(text, id)
                .update();
    }

    @Test
    void anEmptyListSaysHowToBegin() {
        try (var gitlab = StandInGitLab.start();
                var service = RunningService.start(
                        gitlab,
                        Map.of(
                                "kanilint.public-url",
                                "https://kanilint.example/",
                                "logging.level.io.kanilint",
                                "error"))) {
            var admin = Visitor.administrator(service);
            for (String page : List.of("/", "/findings", "/projects", "/deliveries")) {
                assertThat(admin.page(page))
                        .contains(
                                "https://kanilint.example/webhooks/gitlab",
                                "Merge request events",
                                "Pipeline events",
                                "Secret token")
                        .doesNotContain(RunningService.WEBHOOK_TOKEN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sort=size", "sort=PATH", "after=x", "sort=review&after=x_1", "sort=findings&after=x_1", "q=%00"
            })
    void whatCannotBeReadIsABadRequest(String query) {
        var answer = Visitor.administrator(SharedService.service()).get("/projects?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<ul class=\"problem\"", "</form>");
    }

    private static List<Long> ids(List<Made> made, Comparator<Made> order) {
        return made.stream().sorted(order).map(Made::id).toList();
    }

    private static List<Long> walk(Visitor visitor, String start) {
        var seen = new ArrayList<Long>();
        Optional<String> page = Optional.of(start);
        while (page.isPresent()) {
            String body = visitor.page(page.get());
            ROW.matcher(body).results().forEach(row -> seen.add(Long.valueOf(row.group(1))));
            page = DeliveryListTest.next(body);
        }
        return seen;
    }
}
