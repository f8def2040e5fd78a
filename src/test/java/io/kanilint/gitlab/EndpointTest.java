package io.kanilint.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However many files, branches and projects there are: the list of endpoints does not grow, and names none of them. */
class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "/user, /user",
        "/projects/3, /projects/:id",
        "/projects/shop%2Fimages, /projects/:id",
        "/projects/3/merge_requests/7/draft_notes/5, /projects/:id/merge_requests/:iid/draft_notes/:id",
        "/projects/3/merge_requests/7/draft_notes/bulk_publish, /projects/:id/merge_requests/:iid/draft_notes/bulk_publish",
        "/projects/3/repository/files/a%20b%2Fc.yml/raw, /projects/:id/repository/files/:path/raw",
        "/projects/3/repository/files/raw/raw, /projects/:id/repository/files/:path/raw",
        "/projects/3/repository/files/notes, /projects/:id/repository/files/:path",
        "/projects/3/repository/branches/merge_requests, /projects/:id/repository/branches/:branch",
        "/projects/3/secret-project/notes, other",
        "/projects/, other",
        "/users/7/, other",
        "/, other",
        "'', other"
    })
    void idsAndNamesAreLeftOut(String path, String endpoint) {
        assertThat(Endpoint.of(path)).isEqualTo(endpoint);
    }
}
