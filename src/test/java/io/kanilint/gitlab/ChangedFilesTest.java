package io.kanilint.gitlab;

import static io.kanilint.gitlab.Asked.answer;
import static io.kanilint.gitlab.Asked.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedFilesTest {
    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    @Test
    void readsAnEntry() {
        answer(stub, """
                [{"old_path": "a.yml", "new_path": "b.yml", "a_mode": "100644", "b_mode": "100644", "new_file": false,
                  "renamed_file": true, "deleted_file": false, "generated_file": null, "collapsed": false,
                  "too_large": false, "diff": "@@ -1 +1 @@\\n-a\\n+b\\n"}]""");
        assertThat(Asked.gitlab(stub.baseUrl()).changes(3, 7))
                .containsExactly(new ChangedFile("a.yml", "b.yml", false, false, true, "@@ -1 +1 @@\n-a\n+b\n", false));
        assertThat(only(stub).getUrl()).isEqualTo("/api/v4/projects/3/merge_requests/7/diffs?per_page=100&page=1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''             | "collapsed": true, "too_large": false,  | true
            ''             | "collapsed": false, "too_large": true,  | true
            ''             | "collapsed": false, "too_large": false, | false
            ''             |                                         | true
            @@ -1 +1 @@\\n-a\\n+b  |                                 | false
            @@ -1,9 +1,9 @@\\n-a   |                                 | true
            Binary files differ    |                                 | true
            """)
    void knowsWhatItDidNotSee(String diff, String flags, boolean incomplete) {
        answer(stub, """
                [{"old_path": "a", "new_path": "a", %s "diff": "%s"}]""".formatted(flags == null ? "" : flags, diff));
        assertThat(Asked.gitlab(stub.baseUrl()).changes(3, 7))
                .singleElement()
                .extracting(ChangedFile::incomplete)
                .isEqualTo(incomplete);
    }
}
