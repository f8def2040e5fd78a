package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.SharedService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What administrators see on the first page beside the figures. */
class HealthPanelTest {
    @ParameterizedTest
    @EnumSource
    void itComesByItself(Database database) {
        var service = SharedService.on(database);
        var rows = new Rows(service);
        rows.count(rows.project("panel/p" + rows.project), "multi-build-job", "error", 1);
        var admin = Visitor.administrator(service);

        String panel = admin.page("/health-panel?left=2");

        assertThat(panel.strip()).startsWith("<section").endsWith("</section>");
        assertThat(panel)
                .contains(
                        "id=\"health-panel\"", "hx-get=\"/health-panel?left=1\"", "Kanilint itself", "Token for GitLab")
                .doesNotContain("load it anew", "Projects with the most open findings");
        assertThat(admin.page("/")).contains("hx-get=\"/health-panel?left=20\"", "Kanilint itself", "Token for GitLab");
        var viewer = Visitor.viewer(service, rows.project);
        assertThat(viewer.page("/"))
                .contains("All rules, and what they mean")
                .doesNotContain("Kanilint itself", "Found right", " % of ");
        assertThat(viewer.get("/health-panel").statusCode()).isEqualTo(404);
    }

    /** Otherwise a forgotten window would keep its session for as long as one may last. */
    @Test
    void itStopsAfterTenMinutes() {
        var admin = Visitor.administrator(SharedService.service());
        for (String last : List.of("/health-panel?left=1", "/health-panel?left=0", "/health-panel")) {
            assertThat(admin.page(last)).contains("load it anew").doesNotContain("hx-get", "hx-trigger");
        }
        assertThat(admin.page("/health-panel?left=2000000000")).contains("left=19");
    }
}
