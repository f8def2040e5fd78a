package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.kanilint.dashboard.Browser;
import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an administrator does, in a real browser, on a merge request that was really reviewed. */
class ActionsInBrowserTest {
    private static final String PASSWORD = "a-password-for-tests";

    private static RunningService service;
    private static Browser browser;
    private static MergeRequest mergeRequest;

    @BeforeAll
    static void start() {
        Browser.required();
        service = RunningService.start(
                SharedService.gitlab(),
                Map.of("kanilint.access.admin-password", PASSWORD, "logging.level.io.kanilint", "error"));
        browser = Browser.on(service);
        mergeRequest = SharedService.adding(Seed.CI_FILE.replace("test-executor", "gcr.io/kaniko-project/executor"));
        service.review(mergeRequest, "open");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            service.close();
        }
    }

    private static Page page(String path) {
        Page page = browser.administrator(ColorScheme.LIGHT, 1280, PASSWORD);
        page.navigate(path);
        return page;
    }

    /** The filter of lists for a merge request. */
    private static String of(MergeRequest one) {
        return "merge_request=%d&project=%s".formatted(one.iid(), one.project().path());
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void aFilterChangesTheListAndTheAddress() {
        Page page = page("/findings");
        int all = page.locator("#results tbody tr").count();
        page.getByLabel("Rule").selectOption("multi-build-job");
        page.waitForURL(Pattern.compile(".*rule=multi-build-job.*"));
        page.waitForCondition(() -> page.locator("#results tbody tr").count() < all);
        assertThat(page.locator("#results tbody tr").allTextContents())
                .allMatch(row -> row.contains("multi-build-job"));
        page.reload();
        assertThat(page.locator("#results tbody tr").count()).isPositive().isLessThan(all);
        page.goBack();
        page.waitForCondition(() -> page.locator("#results tbody tr").count() == all);
        browser.untroubled();
        page.context().close();
    }

    @Test
    void aFindingIsIgnoredForAReasonAndCountsAgain() {
        Page page = page("/findings?rule=multi-build-job&" + of(mergeRequest));
        page.locator("#results tbody a").first().click();
        page.waitForSelector("textarea");
        Browser.accessible(page);
        Browser.picture(page, "finding");
        page.getByLabel("Reason").fill("The second only copies.");
        press(page, "Ignore it");
        assertThat(page.locator("[role=status]").first().textContent()).contains("ignored");
        assertThat(page.locator("main").textContent()).contains("The second only copies.");
        service.settle(mergeRequest);
        page.waitForCondition(() -> mergeRequest.threads().stream().anyMatch(thread -> thread.resolved()));
        press(page, "Let it count again");
        service.settle(mergeRequest);
        page.navigate("/audit");
        assertThat(page.locator("main").textContent()).contains("ignore", "take_back");
        browser.untroubled();
        page.context().close();
    }

    @Test
    void aDeliveryIsMadeAgain() {
        int looks = service.outcomes(mergeRequest).size();
        Page page = page("/deliveries?" + of(mergeRequest));
        page.locator("tbody a").first().click();
        press(page, "Deliver again");
        assertThat(page.locator("[role=status]").first().textContent()).isNotBlank();
        service.settle(mergeRequest);
        page.waitForCondition(() -> service.outcomes(mergeRequest).size() > looks);
        browser.untroubled();
        page.context().close();
    }

    @Test
    void aFindingIsAFalseAlarm() {
        MergeRequest other = SharedService.adding(Seed.CI_FILE);
        service.review(other, "open");
        Page page = page("/findings?" + of(other));
        page.locator("#results tbody a").first().click();
        page.getByLabel("Reason").fill("It never ran twice.");
        press(page, "It is a false alarm");
        assertThat(page.locator("[role=status]").first().textContent()).contains("false alarm");
        assertThat(page.locator("main").textContent()).contains("It never ran twice.");
        service.settle(other);
        page.waitForCondition(() -> other.threads().stream().allMatch(thread -> thread.resolved()));
        browser.untroubled();
        page.context().close();
    }

    @Test
    void aMergeRequestIsCheckedAgain() {
        MergeRequest other = SharedService.adding(Seed.CI_FILE);
        service.review(other, "open");
        int looks = service.outcomes(other).size();
        Page page = page("/findings?" + of(other));
        page.locator("#results tbody a").first().click();
        press(page, "Check the merge request again");
        assertThat(page.locator("[role=status]").first().textContent()).contains("looked at again");
        page.waitForCondition(() -> service.outcomes(other).size() > looks);
        browser.untroubled();
        page.context().close();
    }

    @Test
    void deliveriesAndProjectsAreFiltered() {
        MergeRequest other = SharedService.adding(Seed.CI_FILE);
        service.review(other, "open");
        String path = other.project().path();
        Page page = page("/deliveries");
        assertThat(page.locator("#list tbody tr").count()).isGreaterThan(1);
        page.locator("input[name=project]").fill(path);
        page.locator("input[name=project]").press("Enter");
        page.waitForURL(Pattern.compile(".*project=.*"));
        page.waitForCondition(() -> page.locator("#list tbody tr").count() == 1);
        assertThat(page.locator("#list tbody").textContent()).contains(path);

        page.navigate("/projects");
        assertThat(page.locator("#list tbody tr").count()).isGreaterThan(1);
        page.locator("input[name=q]").fill(path);
        page.locator("input[name=q]").press("Enter");
        page.waitForURL(Pattern.compile(".*q=.*"));
        page.waitForCondition(() -> page.locator("#list tbody tr").count() == 1);
        assertThat(page.locator("#list tbody").textContent()).contains(path);
        browser.untroubled();
        page.context().close();
    }

    @Test
    void aTokenIsMadeShownOnceAndRevoked() {
        Page page = page("/tokens");
        page.getByLabel("What it is for").fill("nightly report");
        press(page, "Make the token");
        assertThat(page.locator("[role=status] pre").textContent()).startsWith("kani_");
        Browser.accessible(page);
        page.navigate("/tokens");
        assertThat(page.locator("main").textContent()).doesNotContain("Your new token");
        press(page, "Revoke nightly report");
        page.waitForCondition(() -> page.getByText("nightly report").count() == 0);
        browser.untroubled();
        page.context().close();
    }

    @Test
    void aDryRunShowsWhatWouldBePosted() {
        MergeRequest other = SharedService.adding(Seed.CI_FILE);
        service.review(other, "open");
        String before = other.threads().getFirst().first().body();
        other.push(Map.of(".gitlab-ci.yml", Seed.CI_FILE.replace("api", "service")));
        Page page =
                page("/projects/%d/merge-requests/%d".formatted(other.project().id(), other.iid()));
        press(page, "Dry run");
        page.waitForURL(Pattern.compile(".*dry-run.*"));
        assertThat(page.locator("h2").allTextContents()).anyMatch(heading -> heading.contains("Rewrite a thread"));
        assertThat(page.locator("pre").first().textContent())
                .contains("service")
                .isNotEqualTo(before);
        assertThat(other.threads().getFirst().first().body()).isEqualTo(before);
        Browser.accessible(page);
        browser.untroubled();
        page.context().close();
    }
}
