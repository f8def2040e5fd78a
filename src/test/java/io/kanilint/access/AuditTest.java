package io.kanilint.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was done stays to be read, page by page, whatever is in it. */
class AuditTest {
    @ParameterizedTest
    @CsvSource({"'',203.0.113.5", "127.0.0.0/8,203.0.113.5", "192.0.2.1/32,127.0.0.1", "'127[.]0[.]0[.]1',203.0.113.5"})
    void onlyTrustedProxiesTellWhoAsks(String trusted, String recorded) {
        var settings = new HashMap<>(Database.H2.settings());
        settings.put("kanilint.access.admin-password", "horse-battery-staple");
        if (!trusted.isEmpty()) {
            settings.put("KANILINT_TRUSTED_PROXIES", trusted);
        }
        try (var service = RunningService.start(SharedService.gitlab(), settings)) {
            var browser = new Browser("127.0.0.1", service.port());
            browser.login("admin", "wrong", "X-Forwarded-For", "203.0.113.5");
            assertThat(service.bean(Audit.class).before(Long.MAX_VALUE, 9))
                    .extracting(AuditEntry::address)
                    .containsExactly(recorded);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesGoBackToTheFirstEntry(Database database) {
        var settings = new HashMap<>(database.settings());
        settings.put("kanilint.access.admin-password", "horse-battery-staple");
        try (var service = RunningService.start(SharedService.gitlab(), settings)) {
            var audit = service.bean(Audit.class);
            var mia = new Account(42, "mia", Role.VIEWER);
            audit.record(mia, "began", "<b>shop</b>\0", "x".repeat(2000), "192.0.2.1");
            for (int i = 0; i < 50; i++) {
                audit.record(mia, "looked", "page " + i, "", "192.0.2.1");
            }
            var browser = new Browser(service.port());
            browser.login("admin", "horse-battery-staple");
            var first = browser.get("/audit");
            assertThat(first.body()).contains("signed in", "page 49", "page 1<").doesNotContain("page 0<", "began");
            String older = first.body().replaceAll("(?s).*href=\"(/audit\\?before=\\d+)\".*", "$1");
            assertThat(browser.get(older).body())
                    .contains("page 0<", "began", "&lt;b&gt;shop&lt;/b&gt;", "192.0.2.1")
                    .doesNotContain("page 1<", "?before=");
            assertThat(browser.get("/audit?before=x").statusCode()).isEqualTo(400);
        }
    }
}
