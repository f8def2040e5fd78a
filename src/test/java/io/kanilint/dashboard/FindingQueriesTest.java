package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.SharedService;
import io.kanilint.access.Visibility;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters, order and pages of the list of findings, on both databases. */
class FindingQueriesTest {
    private static final Visibility ALL = new Visibility.All();

    private final List<Long> ids = new ArrayList<>();
    private FindingRows rows;
    private FindingQueries queries;

    private void fill(Database database) {
        var service = SharedService.on(database);
        rows = new FindingRows(service);
        queries = service.bean(FindingQueries.class);
        rows.project(1, "images");
        rows.project(2, "deep/er/images");
        rows.project(3, "images-2");
        rows.mergeRequest(1, 7, "main", "opened");
        rows.mergeRequest(1, 8, "release", "opened");
        rows.mergeRequest(2, 7, "main", "opened");
        for (int i = 0; i < 6; i++) {
            ids.add(rows.add(i < 4 ? 1 : i == 4 ? 2 : 3, i == 3 ? 8 : 7, "f" + i));
        }
        change(0, "rule", "unknown-flag");
        change(1, "severity", "warning");
        change(1, "severity_rank", 1);
        change(2, "state", "fixed");
        change(3, "job", "deploy 100%_Of\\it");
        change(4, "relevant", false);
        change(5, "first_seen_at", OffsetDateTime.parse("2026-03-02T00:00:00Z"));
        change(5, "file", "CI/Images.yml");
    }

    private void change(int index, String column, Object value) {
        rows.set(ids.get(index), column, value);
    }

    @ParameterizedTest
    @EnumSource
    void everyFilterLeavesOutWhatItShould(Database database) {
        fill(database);

        assertThat(found()).containsExactly(5, 4, 3, 1, 0);
        assertThat(found("state", "all")).containsExactly(5, 4, 3, 2, 1, 0);
        assertThat(found("state", "fixed")).containsExactly(2);
        assertThat(found("state", "closed")).isEmpty();
        assertThat(found("state", "all", "group", rows.group() + "/deep")).containsExactly(4);
        assertThat(found("group", rows.group().replace("_", "x"))).isEmpty();
        assertThat(found("group", rows.group() + "/images")).isEmpty();
        assertThat(found("project", rows.group() + "/images")).containsExactly(3, 1, 0);
        assertThat(found("project", rows.group() + "/image_")).isEmpty();
        // GitLab leads to a project and a group whatever the case is.
        assertThat(found("project", rows.group() + "/IMAGES")).containsExactly(3, 1, 0);
        assertThat(found("state", "all", "group", rows.group() + "/Deep")).containsExactly(4);
        assertThat(found("project", rows.group() + "/images", "merge_request", "8"))
                .containsExactly(3);
        assertThat(found("rule", "unknown-flag")).containsExactly(0);
        assertThat(found("severity", "warning")).containsExactly(1);
        assertThat(found("severity", "info")).isEmpty();
        assertThat(found("branch", "release")).containsExactly(3);
        assertThat(found("branch", "main")).containsExactly(4, 1, 0);
        assertThat(found("from", "2026-03-02")).containsExactly(5);
        assertThat(found("to", "2026-03-01")).containsExactly(4, 3, 1, 0);
        assertThat(found("from", "2026-03-01", "to", "2026-03-02")).containsExactly(5, 4, 3, 1, 0);
        assertThat(found("from", "1000-01-01", "to", "2999-12-31")).hasSize(5);
        assertThat(found("scope", "inherited")).containsExactly(4);
        assertThat(found("scope", "brought_in")).containsExactly(5, 3, 1, 0);
        assertThat(found("text", "ci/images")).containsExactly(5);
        assertThat(found("text", "BUILD")).containsExactly(5, 4, 1, 0);
        assertThat(found("text", "100%_of\\it .git")).containsExactly(3);
        assertThat(found("text", "1%o")).isEmpty();
        assertThat(found("text", "%%%")).isEmpty();
        assertThat(found("text", "___")).isEmpty();
        assertThat(found("sort", "oldest")).containsExactly(0, 1, 3, 4, 5);
        assertThat(found("sort", "severity")).containsExactly(5, 4, 3, 0, 1);
        assertThat(found("sort", "severity", "severity", "error")).containsExactly(5, 4, 3, 0);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKnownOfProjectAndMergeRequestIsShown(Database database) {
        fill(database);
        rows.set(ids.get(5), "project_id", rows.projectId(99));

        var known = list(Map.of("project", rows.group() + "/images", "state", "fixed"))
                .getFirst();
        assertThat(known.project()).isEqualTo(rows.group() + "/images");
        assertThat(known.mergeRequestTitle()).isEqualTo("Change 7");
        assertThat(known.place()).isEqualTo(".gitlab-ci.yml:12");
        var unknown = queries.rows(FindingFilter.of(Map.of("text", "ci/images")), FindingPosition.START, 1, true, ALL)
                .getFirst();
        assertThat(unknown.project()).isEqualTo("project " + rows.projectId(99));
        assertThat(unknown.mergeRequestUrl()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pagesShowEachFindingOnceForthAndBack(Database database) {
        fill(database);
        for (int i = 0; i < 53; i++) {
            long id = rows.add(1, 100, "more" + i);
            // Equal times, and few different severities: the ids decide.
            rows.set(id, "severity", List.of("error", "warning", "info").get(i % 3));
            rows.set(id, "severity_rank", i % 3);
        }
        for (String sort : List.of("newest", "oldest", "severity")) {
            for (String severity : List.of("", "warning")) {
                var filter = FindingFilter.of(Map.of("group", rows.group(), "sort", sort, "severity", severity));
                List<Long> expected = queries.rows(filter, FindingPosition.START, 1000, true, ALL).stream()
                        .map(FindingRow::id)
                        .toList();
                assertThat(expected).hasSize(severity.isEmpty() ? 58 : 19).doesNotHaveDuplicates();
                for (int size : List.of(1, 7, 19, 29, 58, 100)) {
                    walk(filter, size, expected);
                }
            }
        }
    }

    private void walk(FindingFilter filter, int size, List<Long> expected) {
        var seen = new ArrayList<Long>();
        var pages = new ArrayList<List<Long>>();
        FindingSlice slice = queries.page(filter, FindingPosition.START, size, ALL);
        assertThat(slice.before()).isNull();
        while (true) {
            pages.add(slice.rows().stream().map(FindingRow::id).toList());
            seen.addAll(pages.getLast());
            if (slice.after() == null) {
                break;
            }
            slice = queries.page(filter, FindingPosition.of(Map.of("after", slice.after())), size, ALL);
        }
        assertThat(seen).as("%s by %d", filter, size).isEqualTo(expected);
        for (int page = pages.size() - 2; page >= 0; page--) {
            slice = queries.page(filter, FindingPosition.of(Map.of("before", slice.before())), size, ALL);
            assertThat(slice.rows().stream().map(FindingRow::id)).isEqualTo(pages.get(page));
            assertThat(slice.after()).isNotNull();
        }
        assertThat(slice.before()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void countingStops(Database database) {
        fill(database);
        var filter = FindingFilter.of(Map.of("group", rows.group()));

        assertThat(queries.count(filter, 100, ALL)).isEqualTo(5);
        assertThat(queries.count(filter, 3, ALL)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aViewerSeesHisProjectsOnly(Database database) {
        fill(database);
        long user = 70_000 + rows.projectId(0);
        rows.visible(user, 2);
        var viewer = new Visibility.Of(user);
        for (String sort : List.of("newest", "oldest", "severity")) {
            var filter = FindingFilter.of(Map.of("state", "all", "sort", sort));
            assertThat(queries.rows(filter, FindingPosition.START, 1000, true, viewer))
                    .extracting(FindingRow::id)
                    .containsExactly(ids.get(4));
            // A place in the list that somebody made up shows nothing else.
            for (var position : List.of(
                    new FindingPosition.Beside(false, 0, Long.MAX_VALUE), new FindingPosition.Beside(true, 2, 0))) {
                assertThat(queries.rows(filter, position, 1000, true, viewer))
                        .extracting(FindingRow::projectId)
                        .allMatch(id -> id == rows.projectId(2));
            }
            assertThat(queries.count(filter, 1000, viewer)).isEqualTo(1);
        }
        var other = FindingFilter.of(Map.of("project", rows.group() + "/images", "state", "all"));
        assertThat(queries.rows(other, FindingPosition.START, 1000, true, viewer))
                .isEmpty();
        assertThat(queries.any(viewer)).isTrue();
        assertThat(queries.any(new Visibility.Of(user + 1))).isFalse();
    }

    /** The numbers of the findings of this set that a filter finds. */
    private List<Integer> found(String... parameters) {
        var all = new HashMap<String, String>();
        all.put("group", rows.group());
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        var filter = FindingFilter.of(all);
        assertThat(queries.rows(filter, FindingPosition.START, 1000, false, ALL))
                .isEqualTo(list(all));
        List<Integer> found =
                list(all).stream().map(row -> ids.indexOf(row.id())).toList();
        assertThat(queries.count(filter, 1000, ALL)).isEqualTo(found.size());
        return found;
    }

    private List<FindingRow> list(Map<String, String> parameters) {
        return queries.rows(FindingFilter.of(parameters), FindingPosition.START, 1000, true, ALL);
    }
}
