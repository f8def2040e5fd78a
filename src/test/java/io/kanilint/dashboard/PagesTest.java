package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
        Browser.required();
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

    /** Each is loaded once: what a dark or narrow screen changes needs no server. */
    @Test
    void everyPageIsSoundAccessibleAndFits() {
        Page page = browser.administrator(ColorScheme.LIGHT, 1280, PASSWORD);
        pages().forEach(path -> {
            Response response = page.navigate(path);
            assertThat(response.status()).as(path).isEqualTo(200);
            assertThat(page.locator("h1").count()).as("headings of " + path).isEqualTo(1);
            String name = path.equals("/") ? "overview" : path.substring(1).replaceAll("\\W+", "-");
            Browser.accessible(page);
            look(page, name + "-light");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Browser.accessible(page, "color-contrast", "link-in-text-block");
            look(page, name + "-dark");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.setViewportSize(400, 900);
            Browser.accessible(page, "color-contrast", "scrollable-region-focusable", "target-size");
            look(page, name + "-narrow");
            page.setViewportSize(1280, 900);
        });
        browser.untroubled();
        page.context().close();
    }

    private static void look(Page page, String name) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("the width of " + name)
                .isTrue();
        Browser.picture(page, name);
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
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Findings"))
                    .first()
                    .click();
            assertThat(page.url()).endsWith("/findings");
            // A page's address is there before its last line.
            page.waitForLoadState();
            int all = page.locator("table.findings tbody tr").count();
            page.getByLabel("Rule").selectOption("multi-build-job");
            press(page, "Show");
            assertThat(page.url()).contains("rule=multi-build-job");
            assertThat(page.locator("table.findings tbody tr").count())
                    .isPositive()
                    .isLessThanOrEqualTo(all);
            assertThat(page.locator("table.findings tbody tr").allTextContents())
                    .allMatch(row -> row.contains("multi-build-job"));
            page.locator("table.findings tbody a").first().click();
            page.getByLabel("Reason").fill("Only an example.");
            press(page, "Ignore it");
            assertThat(page.locator("[role=status]").first().textContent()).contains("ignored");
            page.navigate("/deliveries");
            page.locator("tbody a").first().click();
            assertThat(page.locator("h1").textContent()).contains("Delivery");
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForLoadState();
    }

    @Test
    void administratorsReadHowOftenRulesAreRight() {
        Page page = browser.administrator(ColorScheme.LIGHT, 1280, PASSWORD);
        Pattern right = Pattern.compile("100 % of [\\d,]+");
        assertThat(page.locator("table:has(th:text('Found right')) tbody tr td:last-child")
                        .first()
                        .textContent())
                .matches(right);
        page.navigate("/rules/multi-build-job");
        assertThat(page.locator("h1 + p").textContent())
                .containsPattern(right.pattern() + " that were shown were right");
        page.context().close();
    }
}
