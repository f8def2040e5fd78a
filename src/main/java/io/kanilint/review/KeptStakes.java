package io.kanilint.review;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the Dockerfiles told about a finding, in the table of findings, so that a later review need not read them again. */
@Repository
class KeptStakes {
    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;

    KeptStakes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What they told when they were as they are.
     *
     * @param state stands for the content of the Dockerfiles and what the builds make of them
     */
    Optional<String> of(long projectId, long iid, String fingerprint, String state) {
        return jdbc.sql("""
                        SELECT stake FROM finding
                        WHERE project_id = ? AND merge_request_iid = ? AND fingerprint = ? AND stake_state = ?
                        """)
                .params(projectId, iid, fingerprint, state)
                .query(String.class)
                .optional();
    }

    /** What they told last, whatever became of them since. */
    Optional<String> last(long projectId, long iid, String fingerprint) {
        return jdbc.sql("""
                        SELECT stake FROM finding
                        WHERE project_id = ? AND merge_request_iid = ? AND fingerprint = ? AND stake IS NOT NULL
                        """)
                .params(projectId, iid, fingerprint)
                .query(String.class)
                .optional();
    }

    void keep(long projectId, long iid, String fingerprint, String state, String text) {
        jdbc.sql("""
                        UPDATE finding SET stake = ?, stake_state = ?
                        WHERE project_id = ? AND merge_request_iid = ? AND fingerprint = ?
                        """)
                .params(List.of(Texts.kept(text, LONGEST), state, projectId, iid, fingerprint))
                .update();
    }
}
