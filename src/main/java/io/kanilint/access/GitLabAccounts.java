package io.kanilint.access;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What GitLab said about those who signed in with it. */
@Repository
class GitLabAccounts {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    /** When GitLab was last asked, and the role that came of it. */
    record Answer(Role role, Instant at) {}

    GitLabAccounts(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Replaces what was known. The row of the account is taken first: of two logins at once, one waits. */
    @Transactional
    public void keep(Account account, Collection<Long> projects) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO gitlab_account (user_id, name, role, checked_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(account.id(), account.name(), account.role().word(), now)
                .update();
        jdbc.sql("UPDATE gitlab_account SET name = ?, role = ?, checked_at = ? WHERE user_id = ?")
                .params(account.name(), account.role().word(), now, account.id())
                .update();
        jdbc.sql("DELETE FROM visible_project WHERE user_id = ?")
                .param(account.id())
                .update();
        List<Object[]> rows = projects.stream()
                .distinct()
                .map(project -> new Object[] {account.id(), project})
                .toList();
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.batchUpdate(
                    "INSERT INTO visible_project (user_id, project_id) VALUES (?, ?)",
                    rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
    }

    /** Takes away what somebody saw, from his API tokens too. */
    @Transactional
    public void forget(long userId) {
        jdbc.sql("DELETE FROM visible_project WHERE user_id = ?").param(userId).update();
        jdbc.sql("DELETE FROM gitlab_account WHERE user_id = ?").param(userId).update();
    }

    Optional<Answer> answer(long userId) {
        return jdbc.sql("SELECT role, checked_at FROM gitlab_account WHERE user_id = ?")
                .param(userId)
                .query((row, _) -> new Answer(
                        Role.of(row.getString("role")),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
