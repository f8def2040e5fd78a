package io.kanilint.access;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.kanilint.dashboard.Browser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both ways to sign in, in a real browser. */
class LoginInBrowserTest {
    @Test
    void withGitLabAndOut() {
        Browser.required();
        try (var gitlab = new LoginAtGitLab();
                var service = gitlab.service(Map.of());
                var browser = Browser.on(service);
                var window = browser.window(ColorScheme.LIGHT, 1280)) {
            gitlab.projects(okJson("[{\"id\": 7}]"));
            gitlab.next("42", "mia", "shop");
            Page page = window.newPage();
            page.navigate("/tokens");
            Browser.accessible(page);
            page.getByText("Sign in with GitLab").click();
            page.waitForURL(url -> url.endsWith("/tokens"));
            assertThat(page.locator("header").textContent()).contains("mia").doesNotContain("Deliveries");
            Browser.accessible(page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            page.navigate("/tokens");
            assertThat(page.url()).contains("/login");
            browser.untroubled();
        }
    }

    @Test
    void withThePasswordAfterAWrongOne() {
        Browser.required();
        try (var gitlab = new LoginAtGitLab();
                var service = gitlab.service(Map.of("kanilint.access.admin-password", "the-right-password"));
                var browser = Browser.on(service);
                var window = browser.window(ColorScheme.LIGHT, 1280)) {
            Page page = window.newPage();
            page.navigate("/audit");
            page.getByLabel("Name").fill("admin");
            page.getByLabel("Password").fill("a-wrong-password");
            page.getByLabel("Password").press("Enter");
            page.waitForSelector("[role=alert]");
            assertThat(page.locator("[role=alert]").textContent()).contains("wrong");
            Browser.accessible(page);
            page.getByLabel("Name").fill("admin");
            page.getByLabel("Password").fill("the-right-password");
            page.getByLabel("Password").press("Enter");
            page.waitForURL(url -> url.endsWith("/audit"));
            assertThat(page.locator("main").textContent()).contains("admin");
            browser.untroubled();
        }
    }
}
