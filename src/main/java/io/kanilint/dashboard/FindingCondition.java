package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A filter as SQL on a finding {@code f}. Words of ours and numbers stand in it, so that the database plans for them;
 * whatever else was given is a parameter.
 *
 * @param projects the ids of the projects that the filter names
 * @param narrow whether few projects are looked at, so that it is quicker to read their findings than to search all
 */
record FindingCondition(FindingFilter filter, List<Long> projects, Visibility visibility, boolean narrow) {

    /** A piece of SQL with its parameters. */
    record Sql(String text, List<Object> parameters) {}

    /** @param few whether few findings match */
    Sql sql(boolean few) {
        var parts = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        parts.add(visibility.condition("f.project_id"));
        if (filter.state() != FindingState.ALL) {
            parts.add("f.state = '%s'".formatted(filter.state().word()));
        }
        if (filter.severity() != null) {
            parts.add("f.severity_rank = "
                    + switch (filter.severity()) {
                        case ERROR -> 0;
                        case WARNING -> 1;
                        case INFO -> 2;
                    });
        }
        if (filter.scope() != FindingScope.ALL) {
            parts.add(filter.scope() == FindingScope.BROUGHT_IN ? "f.relevant" : "NOT f.relevant");
        }
        if (filter.project() != null) {
            parts.add(
                    projects.isEmpty()
                            ? "FALSE"
                            : projects.stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", ", "f.project_id IN (", ")")));
        }
        if (filter.mergeRequest() != null) {
            parts.add("f.merge_request_iid = " + filter.mergeRequest());
        }
        if (filter.rule() != null) {
            parts.add("f.rule = ?");
            parameters.add(filter.rule());
        }
        if (filter.group() != null) {
            parts.add("f.project_id IN (SELECT g.id FROM project g WHERE lower(g.path) LIKE lower(?))");
            parameters.add(escaped(filter.group()) + "/%");
        }
        if (filter.branch() != null) {
            String own = "FROM merge_request b WHERE b.project_id = f.project_id AND b.iid = f.merge_request_iid";
            // The second is looked up finding by finding, the first can also be begun at the branch.
            parts.add(
                    few
                            ? "EXISTS (SELECT 1 %s AND b.target_branch = ?)".formatted(own)
                            : "(SELECT b.target_branch %s) = ?".formatted(own));
            parameters.add(filter.branch());
        }
        if (filter.from() != null) {
            parts.add("f.first_seen_at >= ?");
            parameters.add(start(filter.from()));
        }
        if (filter.to() != null) {
            parts.add("f.first_seen_at < ?");
            parameters.add(start(filter.to().plusDays(1)));
        }
        if (filter.text() != null) {
            // The index is of the expression as it stands in the first.
            parts.add(narrow ? "lower(f.job || ' ' || f.file) || '' LIKE ?" : "lower(f.job || ' ' || f.file) LIKE ?");
            parameters.add("%" + escaped(filter.text().toLowerCase(Locale.ROOT)) + "%");
        }
        return new Sql(String.join(" AND ", parts), parameters);
    }

    /** With the backslash, which both databases take for it unless told otherwise. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
