package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of deliveries, and who may see it. */
class DeliveryListTest {
    private static final Pattern ROW = Pattern.compile("href=\"/deliveries/(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @ParameterizedTest
    @EnumSource
    void isNarrowedByEachFilter(Database database) {
        RunningService service = SharedService.on(database);
        var rows = new Rows(service);
        String path = "filters/p" + rows.project;
        rows.project(path);
        long opened = rows.delivery("merge_request open", "reviewed", 1, 0);
        long updated = rows.delivery("merge_request update", "refused", 1, 1);
        long noted = rows.delivery("note create", "answered", 2, 2);
        long tomorrow = rows.delivery("note create", "ignored", 2, 24 * 60);
        var admin = Visitor.administrator(service);
        String all = "/deliveries?project=" + rows.project;
        assertThat(ids(admin.page(all))).containsExactly(tomorrow, noted, updated, opened);
        assertThat(ids(admin.page("/deliveries?project=" + path.toUpperCase(java.util.Locale.ROOT))))
                .hasSize(4);
        assertThat(ids(admin.page(all + "&verdict=refused"))).containsExactly(updated);
        assertThat(ids(admin.page(all + "&event=note+create&verdict="))).containsExactly(tomorrow, noted);
        assertThat(ids(admin.page(all + "&merge_request=1"))).containsExactly(updated, opened);
        assertThat(ids(admin.page(all + "&from=2026-03-02"))).containsExactly(tomorrow);
        assertThat(ids(admin.page(all + "&from=2026-03-01&to=2026-03-01"))).containsExactly(noted, updated, opened);
        assertThat(admin.page("/deliveries?project=no/such")).contains("No delivery fits");
        assertThat(admin.page(all))
                .contains(path + "!1", "GitLab did not let Kanilint do it.", "Why.", "2026-03-01 12:01 UTC");
    }

    @ParameterizedTest
    @EnumSource
    void showsEachOnceFromPageToPage(Database database) {
        RunningService service = SharedService.on(database);
        var rows = new Rows(service);
        var expected = new ArrayList<Long>();
        for (int i = 0; i < 120; i++) {
            // Three at a time come at the same moment.
            expected.addFirst(rows.delivery("push", "ignored", 0, i / 3));
        }
        var admin = Visitor.administrator(service);
        var seen = new ArrayList<Long>();
        Optional<String> page = Optional.of("/deliveries?verdict=ignored&project=" + rows.project);
        while (page.isPresent()) {
            String body = admin.page(page.get());
            seen.addAll(ids(body));
            page = next(body);
        }
        assertThat(seen).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verdict=none",
                "merge_request=x",
                "merge_request=1",
                "project=x&merge_request=0",
                "from=2026-02-01&to=2026-01-01",
                "to=%2B999999999-12-31",
                "from=yesterday",
                "after=7",
                "after=2026-01-01T00:00:00Z_x",
                "event=%00"
            })
    void whatCannotBeReadIsABadRequest(String query) {
        var admin = Visitor.administrator(SharedService.service());
        var answer = admin.get("/deliveries?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<ul class=\"problem\"", "</form>");
        assertThat(admin.get("/deliveries?" + query, "HX-Request", "true").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsWrongIsSaidAndLeftInTheForm() {
        var answer = Visitor.administrator(SharedService.service())
                .get("/deliveries?to=%2B999999999-12-31&merge_request=7&event=odd");
        assertThat(answer.body())
                .contains("“+999999999-12-31” is not a day for to; days are written like 2026-03-31.")
                .contains("A merge request has its number within its project: give the project too.")
                .contains("value=\"+999999999-12-31\"", "value=\"7\"", "<option value=\"odd\"");
    }

    @Test
    void viewersSeeNone() {
        RunningService service = SharedService.service();
        var rows = new Rows(service);
        long id = rows.delivery("push", "ignored", 0, 0);
        var viewer = Visitor.viewer(service, rows.project);
        assertThat(viewer.get("/deliveries").statusCode()).isEqualTo(404);
        assertThat(viewer.get("/deliveries/" + id).statusCode()).isEqualTo(404);
        assertThat(viewer.press("/projects/" + rows.project, "/deliveries/" + id + "/again")
                        .statusCode())
                .isEqualTo(403);
        assertThat(viewer.page("/projects/" + rows.project)).doesNotContain("Last deliveries");
    }

    @ParameterizedTest
    @EnumSource
    void oneShowsAllThatIsKnown(Database database) {
        RunningService service = SharedService.on(database);
        var rows = new Rows(service);
        long id = rows.delivery("merge_request <b>bold</b>", "queued", 3, 0);
        String page = Visitor.administrator(service).page("/deliveries/" + id);
        assertThat(page)
                .contains("merge_request &lt;b&gt;bold&lt;/b&gt;", "It still waits for its turn.", "none yet")
                .doesNotContain("<b>bold", "Deliver again</button>");
        assertThat(Visitor.administrator(service).get("/deliveries/999999999").statusCode())
                .isEqualTo(404);
    }

    static List<Long> ids(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> Long.valueOf(row.group(1)))
                .toList();
    }

    static Optional<String> next(String page) {
        return NEXT.matcher(page)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .findFirst();
    }
}
