package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.SharedService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Findings through the REST API, and that nobody gets those of projects that he may not see. */
class ApiFindingsTest {
    private static final String HOSTILE = "</script><b>\"\\ \u2028 =cmd|' /C calc'!A0 \uD83D\uDE00 \u202E";

    private FindingRows rows;
    private Program admin;
    private Program viewer;
    private final List<Long> mine = new ArrayList<>();
    private long foreign;

    private void fill(Database database) {
        var service = SharedService.on(database);
        rows = new FindingRows(service);
        rows.project(1, "images");
        rows.project(2, "secret");
        rows.mergeRequest(1, 7, "main", "opened");
        rows.mergeRequest(2, 7, "main", "opened");
        for (int i = 0; i < 5; i++) {
            mine.add(rows.add(1, 7, "f" + i));
        }
        foreign = rows.add(2, 7, "secret");
        admin = Program.administrator(service, false);
        viewer = Program.viewer(service, rows.projectId(1));
    }

    @ParameterizedTest
    @EnumSource
    void pagesGiveEachFindingOnce(Database database) {
        fill(database);
        String group = "group=" + rows.group().replace("%", "%25");

        for (String sort : List.of("newest", "severity")) {
            String list = "/api/v1/findings?limit=2&sort=" + sort + "&" + group;
            assertThat(admin.all(list)).hasSize(6).doesNotHaveDuplicates().contains(foreign);
            assertThat(viewer.all(list)).containsExactlyElementsOf(mine.reversed());
        }
        assertThat(viewer.all("/api/v1/findings?limit=2&sort=oldest")).containsExactlyElementsOf(mine);
        JsonNode page = viewer.json("/api/v1/findings?limit=2");
        assertThat(page.path("count").asInt()).isEqualTo(5);
        assertThat(page.path("count_capped").asBoolean()).isFalse();
        assertThat(admin.json("/api/v1/findings?limit=1&" + group).path("count").asInt())
                .isEqualTo(6);
        JsonNode first = viewer.json("/api/v1/findings").path("items").get(0);
        assertThat(first.path("first_seen").asString()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(first.path("project").path("path").asString()).isEqualTo(rows.group() + "/images");
        assertThat(first.has("fixed") || first.has("detail")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatOneMayNotSeeIsNotThere(Database database) {
        fill(database);
        String secret = rows.group().replace("%", "%25") + "/secret";

        viewer.problem("/api/v1/findings/" + foreign, 404);
        admin.json("/api/v1/findings/" + foreign);
        assertThat(admin.all("/api/v1/findings?project=" + secret)).containsExactly(foreign);
        for (String filter : List.of("project=" + secret, "project=" + secret + "&merge_request=7")) {
            JsonNode page = viewer.json("/api/v1/findings?" + filter);
            assertThat(page.path("items")).isEmpty();
            assertThat(page.path("count").asInt()).isZero();
        }
        rows.set(foreign, "job", "unheard-of");
        assertThat(viewer.all("/api/v1/findings?text=unheard-of")).isEmpty();
        assertThat(admin.all("/api/v1/findings?text=unheard-of")).contains(foreign);
        String beside = ApiCursor.opaque("0." + (foreign + 1));
        assertThat(admin.all("/api/v1/findings?cursor=" + beside)).contains(foreign);
        assertThat(viewer.all("/api/v1/findings?cursor=" + beside)).containsExactlyElementsOf(mine.reversed());
        assertThat(viewer.all("/api/v1/findings?sort=oldest&cursor=" + ApiCursor.opaque("0." + (foreign - 1))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneFindingComesWithItsPlaceAndChange(Database database) {
        fill(database);
        long id = mine.getFirst();
        rows.set(id, "job", HOSTILE);
        rows.set(id, "message", HOSTILE);
        rows.detail(id, "build:\n" + HOSTILE + "\n  b", HOSTILE, true, "@@ -1 +1 @@\n-a\n+" + HOSTILE);

        JsonNode finding = viewer.json("/api/v1/findings/" + id);

        assertThat(finding.path("job").asString()).isEqualTo(HOSTILE);
        assertThat(finding.path("message").asString()).isEqualTo(HOSTILE);
        JsonNode detail = finding.path("detail");
        assertThat(detail.path("excerpt").path(2).path("number").asInt()).isEqualTo(12);
        assertThat(detail.path("excerpt").path(2).path("marked").asBoolean()).isTrue();
        assertThat(detail.path("fix").path("title").asString()).isEqualTo(HOSTILE);
        assertThat(detail.path("fix").path("patch").asString()).endsWith("-a\n+" + HOSTILE);
        assertThat(viewer.json("/api/v1/findings?text=%3C%2Fscript")
                        .path("items")
                        .path(0)
                        .path("job")
                        .asString())
                .isEqualTo(HOSTILE);
    }
}
