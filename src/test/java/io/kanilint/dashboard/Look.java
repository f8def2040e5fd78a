package io.kanilint.dashboard;

import com.microsoft.playwright.options.ColorScheme;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.util.Map;

public class Look {
    public static void main(String[] paths) {
        var service = RunningService.start(SharedService.gitlab(), Map.of("kanilint.access.admin-password", "a-password-for-tests"));
        new MadeUp(300, 5000, 3000).into(service.database());
        try (var browser = Browser.on(service)) {
            for (ColorScheme scheme : ColorScheme.values()) {
                if (scheme == ColorScheme.NO_PREFERENCE) continue;
                var page = browser.administrator(scheme, 1280, "a-password-for-tests");
                for (String path : paths) {
                    page.navigate(path);
                    page.waitForTimeout(500);
                    Browser.picture(page, (path.equals("/") ? "overview" : path.substring(1).replaceAll("\\W", "-")) + "-" + scheme.name().toLowerCase());
                    try { Browser.accessible(page); } catch (AssertionError e) { System.out.println(e.getMessage()); }
                }
            }
            browser.untroubled();
        } finally { service.close(); }
        System.exit(0);
    }
}
