package io.kanilint.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://gitlab.example, https://gitlab.example/g/p/-/merge_requests/1, g/p, https://gitlab.example/g/p",
        "https://host.example/gitlab, https://host.example/gitlab/g/s/p/-/merge_requests/12, g/s/p, https://host.example/gitlab/g/s/p",
        "http://gitlab:8080, https://gitlab.example/g/p/-/merge_requests/1, g/p, https://gitlab.example/g/p",
        "https://host.example/git, https://host.example/gitlab/p/-/merge_requests/1, gitlab/p, https://host.example/gitlab/p",
        "https://gitlab.example, https://gitlab.example/g/merge_requests/-/merge_requests/1, g/merge_requests, https://gitlab.example/g/merge_requests",
        "https://gitlab.example, https://gitlab.example/g/p/merge_requests/1, g/p, https://gitlab.example/g/p",
        "https://gitlab.example, javascript:alert(1)/-/merge_requests/1, 7, ''",
        "https://gitlab.example, '', 7, ''"
    })
    void isReadFromTheAddressOfAMergeRequest(URI gitlab, String mergeRequest, String path, String url) {
        assertThat(ProjectAddress.of(7, mergeRequest, gitlab)).isEqualTo(new ProjectAddress(path, url));
    }
}
