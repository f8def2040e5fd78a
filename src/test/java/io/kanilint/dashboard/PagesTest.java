package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All pages in a real browser, on made-up findings: each comes up without trouble in its scripts, without a serious fault for
 * people who cannot see it or use no mouse, and does not reach beyond a narrow screen. Leaves pictures of them in {@code
 * target/screenshots}.
 */
class PagesTest {
    private static final String PASSWORD = "a-password-for-tests";

    private static RunningService service;
    private static Browser browser;

    @BeforeAll
    static void start() {
        boolean browserThere = Browser.program().isPresent();
        assertThat(browserThere || System.getenv("CI") == null)
                .as("the continuous integration has a Chromium")
                .isTrue();
        assumeTrue(browserThere, "no Chromium at /usr/bin/chromium: install Debian's package 'chromium'");
        service = RunningService.start(
                SharedService.gitlab(),
                Map.of("kanilint.access.admin-password", PASSWORD, "logging.level.io.kanilint", "error"));
        new MadeUp(300, 5_000, 3_000).into(service.database());
        browser = Browser.on(service);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            service.close();
        }
    }

    private enum Theme {
        LIGHT(ColorScheme.LIGHT, 1280),
        DARK(ColorScheme.DARK, 1280),
        NARROW(ColorScheme.LIGHT, 400);

        private final ColorScheme scheme;
        private final int width;

        Theme(ColorScheme scheme, int width) {
            this.scheme = scheme;
            this.width = width;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsSoundAccessibleAndFits(Theme theme) {
        Page page = browser.administrator(theme.scheme, theme.width, PASSWORD);
        pages().forEach(path -> {
            Response response = page.navigate(path);
            assertThat(response.status()).as(path).isEqualTo(200);
            assertThat(page.locator("h1").count()).as("headings of " + path).isEqualTo(1);
            Browser.accessible(page);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path + " fits into " + theme.width)
                    .isTrue();
            String name = path.equals("/") ? "overview" : path.substring(1).replaceAll("\\W+", "-");
            Browser.picture(page, "%s-%s".formatted(name, theme.name().toLowerCase(java.util.Locale.ROOT)));
        });
        browser.untroubled();
        page.context().close();
    }

    private static Stream<String> pages() {
        long finding = first("SELECT max(id) FROM finding WHERE state = 'open'");
        long delivery = first("SELECT max(id) FROM delivery");
        long mergeRequest = first("SELECT min(iid) FROM merge_request WHERE project_id = 1");
        long review = first("SELECT max(id) FROM review");
        return List.of(
                "/",
                "/findings",
                "/findings?state=all&sort=severity&rule=multi-build-job",
                "/findings?text=nothing-has-this-name",
                "/findings/" + finding,
                "/projects",
                "/projects/1",
                "/projects/1/merge-requests/" + mergeRequest,
                "/reviews/" + review,
                "/deliveries",
                "/deliveries/" + delivery,
                "/rules",
                "/rules/multi-build-job",
                "/tokens",
                "/audit")
                .stream();
    }

    private static long first(String sql) {
        return service.database().sql(sql).query(Long.class).single();
    }

    @Test
    void strangersGetTheRulesAndTheLoginOnly() {
        try (var window = browser.window(ColorScheme.LIGHT, 1280)) {
            Page page = window.newPage();
            pages().filter(path -> !path.startsWith("/rules")).forEach(path -> {
                page.navigate(path);
                assertThat(page.url()).as(path).endsWith("/login");
            });
            page.navigate("/rules/multi-build-job");
            assertThat(page.locator("h1").textContent()).isEqualTo("multi-build-job");
            Browser.accessible(page);
            page.navigate("/login");
            Browser.accessible(page);
            Browser.picture(page, "login-light");
        }
        browser.untroubled();
    }

    @Test
    void theChartIsDrawnFromTheTable() {
        Page page = browser.administrator(ColorScheme.LIGHT, 1280, PASSWORD);
        page.waitForSelector("#trend-chart canvas");
        assertThat(page.locator("#trend-table tbody tr").count()).isEqualTo(13);
        assertThat(page.locator("#trend-details").getAttribute("open")).isNull();
        page.context().close();
    }

    @Test
    void everythingIsThereWithoutJavaScript() {
        try (var window = browser.plainWindow()) {
            Page page = window.newPage();
            browser.signIn(page, PASSWORD);
            assertThat(page.locator("#trend-table").isVisible()).isTrue();
            assertThat(page.locator("#trend-chart").isVisible()).isFalse();
            page.getByRole(
                            com.microsoft.playwright.options.AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Findings"))
                    .first()
                    .click();
            assertThat(page.locator("tbody tr").count()).isPositive();
        }
    }
}
