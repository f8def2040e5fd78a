package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.kanilint.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A real browser on the pages of a running service. What goes wrong in a page (scripts, the content policy) is kept. */
public final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final RunningService service;
    private final List<String> troubles = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser, RunningService service) {
        this.playwright = playwright;
        this.browser = browser;
        this.service = service;
    }

    /** Skips the tests that need one where none is installed, but for continuous integration, where they fail. */
    public static void required() {
        boolean there = program().isPresent();
        assertThat(there || System.getenv("CI") == null)
                .as("the continuous integration has a Chromium")
                .isTrue();
        assumeTrue(there, "no Chromium at /usr/bin/chromium: install Debian's package 'chromium'");
    }

    /** Chromium's program; empty where none is installed. */
    private static Optional<Path> program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it; see {@link #required()}. */
    public static Browser on(RunningService service) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new LaunchOptions()
                .setExecutablePath(program().orElseThrow())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
        return new Browser(playwright, playwright.chromium().launch(options), service);
    }

    /** A new window in which nobody is signed in. */
    public BrowserContext window(ColorScheme scheme, int width) {
        return window(settings().setColorScheme(scheme).setViewportSize(width, 900));
    }

    /** A new window that runs no scripts. */
    public BrowserContext plainWindow() {
        return window(settings().setJavaScriptEnabled(false));
    }

    private NewContextOptions settings() {
        return new NewContextOptions()
                .setBaseURL("http://localhost:" + service.port())
                .setTimezoneId("Europe/Berlin")
                .setLocale("en-GB");
    }

    private BrowserContext window(NewContextOptions settings) {
        BrowserContext window = browser.newContext(settings);
        window.setDefaultTimeout(15_000);
        window.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                troubles.add(message.text());
            }
        });
        window.onWebError(error -> troubles.add(error.error()));
        return window;
    }

    /** A page of a new window, signed in as the local administrator. */
    public Page administrator(ColorScheme scheme, int width, String password) {
        Page page = window(scheme, width).newPage();
        signIn(page, password);
        return page;
    }

    /** Signs the local administrator in. */
    public void signIn(Page page, String password) {
        page.navigate("/login");
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password").fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** Holds that nothing went wrong in the scripts of any page until now. */
    public void untroubled() {
        assertThat(troubles).isEmpty();
    }

    /**
     * Holds that the page has no serious fault for those who cannot see it or use no mouse.
     *
     * @param rules those of axe to hold; all if none is named
     */
    public static void accessible(Page page, String... rules) {
        // No page has frames; looking for them takes as long as all rules.
        var axe = new AxeBuilder(page).setLegacyMode(true);
        List<String> faults = (rules.length == 0 ? axe : axe.withRules(List.of(rules)))
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(String.valueOf(rule.getImpact())))
                        .map(Browser::words)
                        .toList();
        assertThat(faults).as(page.url()).isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** Takes a picture of the whole page into {@code target/screenshots}. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
