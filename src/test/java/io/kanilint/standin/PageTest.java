package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageTest {

    private final Scenario scenario = new Scenario();

    @AfterEach
    void stop() {
        scenario.close();
    }

    private String page() throws Exception {
        return scenario.client
                .send(HttpRequest.newBuilder(URI.create(scenario.mr.webUrl())).build())
                .body();
    }

    private Client.Reply apply(long suggestion) throws Exception {
        var uri = URI.create(scenario.mr.webUrl() + "/suggestions/" + suggestion + "/apply");
        return scenario.client.send(
                HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build());
    }

    @Test
    void aSuggestionIsShownAndAppliedByAPlainForm() throws Exception {
        var applied = new ArrayList<MergeRequest>();
        scenario.gitlab.onApply(applied::add);
        scenario.suggest(10, "**Two builds** in one job.\n\n```suggestion:-0+1\nonly one\n```\n");
        assertThat(page())
                .contains("<strong>Two builds</strong>", "Suggested change", "- line ten and a half", "+ only one");
        long id = scenario.mr.notes().getFirst().suggestions().getFirst().id();
        assertThat(page()).contains("/shop/images/-/merge_requests/1/suggestions/" + id + "/apply");
        var reply = apply(id);
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("/shop/images/-/merge_requests/1");
        assertThat(applied).containsExactly(scenario.mr);
        assertThat(scenario.project.file("images", Scenario.FILE).orElseThrow()).contains("only one\n");
        assertThat(page()).contains("✓ Resolved", "✓ Applied");
        assertThat(apply(id).body()).contains("class=alert>Can&#39;t apply this suggestion.");
    }

    @Test
    void onlyFoldedSectionsOfRawHtmlGetThrough() throws Exception {
        scenario.suggest(
                10,
                "<!-- kanilint:abc -->\n<details><summary>More</summary>\n\nText\n\n</details></details>\n\n<script>alert(1)</script> <img src=x onerror=y> ![p](http://example.com/p.png)");
        assertThat(page())
                .contains("<details><summary>More</summary>", "&lt;script&gt;", "&lt;img src=x")
                .doesNotContain("kanilint:abc", "<script", "<img");
    }

    @Test
    void thePageRefreshesWhileAStatusIsMissing() throws Exception {
        assertThat(page()).contains("http-equiv=refresh", "No status yet");
        scenario.client.send(
                "POST",
                "/projects/" + scenario.project.id() + "/statuses/" + scenario.mr.headSha(),
                Map.of("state", "failed", "name", "kanilint", "description", "2 <errors>"));
        assertThat(page()).doesNotContain("http-equiv=refresh").contains("status failed", "2 &lt;errors&gt;");
    }

    @Test
    void theRestOfTheSiteIsSmall() throws Exception {
        var index = scenario.client.send(
                HttpRequest.newBuilder(URI.create(scenario.gitlab.url() + "/")).build());
        assertThat(index.body()).contains("Build both images", "stand-in for GitLab");
        var none = scenario.client.send(
                HttpRequest.newBuilder(URI.create(scenario.mr.webUrl() + "9")).build());
        assertThat(none.status()).isEqualTo(404);
    }
}
