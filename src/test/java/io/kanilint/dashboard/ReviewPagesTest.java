package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was done at a merge request, and who may see it. */
class ReviewPagesTest {
    private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final Pattern REVIEW = Pattern.compile("href=\"/reviews/(\\d+)\"");

    @ParameterizedTest
    @EnumSource
    void aReviewIsToldStepByStep(Database database) {
        RunningService service = SharedService.on(database);
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        service.review(mergeRequest, "open");
        long project = mergeRequest.project().id();
        var admin = Visitor.administrator(service);
        String page = admin.page("/projects/" + project + "/merge-requests/" + mergeRequest.iid());
        assertThat(page).contains("multi-build-job", ".gitlab-ci.yml:11");
        assertThat(reviews(page)).hasSize(1);
        String review = admin.page("/reviews/" + reviews(page).getFirst());
        assertThat(review)
                .contains(mergeRequest.headSha(), "there is something to say about it", "failed")
                .contains("Ask which files it changes.", "Post, rewrite and resolve threads.", "1 open afterwards")
                .contains("merge_request open", "None: everything that it had to read could be read.");
        assertThat(DeliveryListTest.ids(review)).hasSize(1);
        assertThat(review)
                .contains("The calls to GitLab, one by one")
                .containsPattern("<code>/projects/%d/merge_requests/%d</code></td>\\s*<td class=\"number\">200</td>"
                        .formatted(project, mergeRequest.iid()));
        var link = Pattern.compile("href=\"(/findings\\?project=[^\"]+)\">1</a> that the merge request brings in")
                .matcher(review);
        assertThat(link.find()).isTrue();
        assertThat(admin.page(link.group(1).replace("&amp;", "&"))).contains("1 finding<", "multi-build-job</a>");
    }

    @ParameterizedTest
    @EnumSource
    void gapsAreShownWithWhatTheyMean(Database database) {
        RunningService service = SharedService.on(database);
        var rows = new Rows(service);
        long review = rows.review(1, "reviewed", null);
        rows.step(review, 1, "changes", 1500, 2);
        rows.gap(review, "ci/far.yml", "It is out of reach.");
        rows.call(review, 1, "/projects/1/x", 200, 12);
        rows.call(review, 2, "/projects/1/y", 0, 30_000);
        var admin = Visitor.administrator(service);
        assertThat(admin.page("/reviews/" + review))
                .contains("ci/far.yml:3", "It is out of reach.", "No rule guesses there", "1.5 s")
                .contains("The first 2 of 9 calls to GitLab", "<code>/projects/1/x</code>", "12 ms")
                .containsPattern("/projects/1/y</code></td>\\s*<td class=\"number\">none</td>");
        assertThat(admin.page("/projects/" + rows.project)).contains("ci/far.yml:3", "Review " + review);
    }

    @ParameterizedTest
    @EnumSource
    void ofOneThatWasNoneNothingIsClaimed(Database database) {
        RunningService service = SharedService.on(database);
        long review = new Rows(service).review(1, "refused", "GitLab answered 404.");
        assertThat(Visitor.administrator(service).page("/reviews/" + review))
                .contains("GitLab answered 404.")
                .doesNotContain("everything that it had to read", "brings in or touches", "none was given");
    }

    @ParameterizedTest
    @EnumSource
    void viewersSeeTheirOwnProjectsOnly(Database database) {
        RunningService service = SharedService.on(database);
        var rows = new Rows(service);
        rows.project("mine/p" + rows.project);
        long review = rows.review(1, "skipped", "It is closed or merged.");
        rows.delivery("push", "ignored", 0, 0);
        List<String> pages = List.of(
                "/reviews/" + review, "/projects/" + rows.project, "/projects/" + rows.project + "/merge-requests/1");
        var insider = Visitor.viewer(service, rows.project);
        var outsider = Visitor.viewer(service);
        for (String page : pages) {
            assertThat(insider.page(page)).doesNotContain("/deliveries", "Dry run</button>");
            assertThat(outsider.get(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(insider.get("/projects/" + rows.project + "/merge-requests/2")
                        .statusCode())
                .isEqualTo(404);
        assertThat(insider.page("/projects")).contains("mine/p" + rows.project);
        assertThat(outsider.page("/projects")).contains("no project here that GitLab shows to you");
    }

    @ParameterizedTest
    @EnumSource
    void theHistoryShowsEachReviewOnce(Database database) {
        RunningService service = SharedService.on(database);
        var rows = new Rows(service);
        var expected = new ArrayList<Long>();
        for (int i = 0; i < 60; i++) {
            expected.addFirst(rows.review(5, "skipped", "Nothing."));
        }
        var admin = Visitor.administrator(service);
        for (String start : List.of("/projects/" + rows.project, "/projects/" + rows.project + "/merge-requests/5")) {
            var seen = new ArrayList<Long>();
            Optional<String> page = Optional.of(start);
            while (page.isPresent()) {
                String body = admin.page(page.get());
                seen.addAll(reviews(body));
                page = DeliveryListTest.next(body);
            }
            assertThat(seen).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hostileTextIsOnlyText(Database database) {
        RunningService service = SharedService.on(database);
        var rows = new Rows(service);
        rows.project("hostile/" + HOSTILE + "path");
        rows.mergeRequest(1, HOSTILE + "title", "javascript:alert(3)");
        long review = rows.review(1, "refused", HOSTILE + "reason");
        rows.gap(review, HOSTILE + "unread", HOSTILE + "why");
        rows.call(review, 1, HOSTILE + "call", 200, 1);
        rows.finding(1, "multi-build-job", HOSTILE + "job");
        rows.delivery(HOSTILE + "event", "failed", 1, 0);
        var admin = Visitor.administrator(service);
        String project = "/projects/" + rows.project;
        Map<String, List<String>> shown = Map.of(
                "/reviews/" + review,
                List.of("path", "title", "reason", "unread", "why", "call"),
                project,
                List.of("path", "reason", "unread", "why"),
                project + "/merge-requests/1",
                List.of("path", "title", "reason", "job"),
                "/projects?q=hostile",
                List.of("path"),
                "/projects?q=%22%3E%3Cscript%3Ex",
                List.of(),
                "/deliveries?event=%3Cscript%3Ex&project=" + rows.project,
                List.of(),
                "/deliveries?project=" + rows.project,
                List.of("path", "event"));
        shown.forEach((page, texts) -> {
            String html = admin.page(page);
            assertThat(html)
                    .as(page)
                    .doesNotContain("<script>", "<img src=x", "href=\"javascript:")
                    .contains("&lt;script&gt;");
            for (String text : texts) {
                assertThat(html).as(page).contains("onerror=alert(2)&gt;" + text);
            }
        });
    }

    private static List<Long> reviews(String page) {
        return REVIEW.matcher(page)
                .results()
                .map(link -> Long.valueOf(link.group(1)))
                .distinct()
                .toList();
    }
}
