-- Runs on PostgreSQL and on H2 in its PostgreSQL mode alike.

-- The projects that were looked at, as GitLab named them the last time.
CREATE TABLE project (
    id               BIGINT PRIMARY KEY,
    -- Full path: group/subgroup/project.
    path             VARCHAR(1000) NOT NULL,
    web_url          VARCHAR(2000) NOT NULL,
    -- .kanilint.yml on the target branch at the last look; null if there was none.
    settings         VARCHAR(4000),
    first_seen_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    last_reviewed_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX project_by_path ON project (path);
CREATE INDEX project_by_review ON project (last_reviewed_at, id);

CREATE TABLE merge_request (
    project_id    BIGINT NOT NULL,
    iid           BIGINT NOT NULL,
    title         VARCHAR(1000) NOT NULL,
    web_url       VARCHAR(2000) NOT NULL,
    source_branch VARCHAR(1000) NOT NULL,
    target_branch VARCHAR(1000) NOT NULL,
    -- opened, closed, locked or merged, as GitLab says.
    state         VARCHAR(20) NOT NULL,
    -- Once it is merged: a commit that is in the target branch since then, and when that was.
    merge_sha     VARCHAR(64),
    merged_at     TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (project_id, iid)
);

CREATE INDEX merge_request_by_branch ON merge_request (target_branch, project_id, iid);

-- 0 for errors, 1 for warnings, 2 for notes: to sort by.
ALTER TABLE finding ADD COLUMN severity_rank SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE finding ADD COLUMN fixed_at TIMESTAMP WITH TIME ZONE;
-- Whether what replaced it is what we had suggested.
ALTER TABLE finding ADD COLUMN applied BOOLEAN NOT NULL DEFAULT FALSE;
-- Whether it is ignored only because an administrator put it aside. A state is closed, too, with its merge request.
ALTER TABLE finding ADD COLUMN dismissed BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE finding SET severity_rank = CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END;
UPDATE finding SET fixed_at = last_seen_at WHERE state = 'fixed';

CREATE INDEX finding_by_state ON finding (state, id);
CREATE INDEX finding_by_severity ON finding (state, severity_rank, id);
CREATE INDEX finding_by_project ON finding (project_id, state, id);
CREATE INDEX finding_by_fingerprint ON finding (project_id, fingerprint, id);
DROP INDEX finding_by_rule;
CREATE INDEX finding_by_rule_and_state ON finding (rule, state, id);
-- The overview counts by these alone, without the rows.
CREATE INDEX finding_by_start ON finding (first_seen_at, relevant, project_id);
CREATE INDEX finding_by_end ON finding (fixed_at, relevant, project_id, first_seen_at, applied);

-- What the page of a finding shows. Apart from the finding, so that lists of findings stay quick.
CREATE TABLE finding_detail (
    finding_id BIGINT PRIMARY KEY REFERENCES finding (id) ON DELETE CASCADE,
    head_sha   VARCHAR(64) NOT NULL,
    -- Lines around the place, and the numbers of the first of them and of the first and last line of the place itself.
    excerpt    VARCHAR(8000) NOT NULL,
    first_line INTEGER NOT NULL,
    start_line INTEGER NOT NULL,
    end_line   INTEGER NOT NULL,
    -- The first fix, if there is one.
    fix_title  VARCHAR(1000),
    fix_safe   BOOLEAN,
    -- As a unified diff.
    fix_patch  VARCHAR(20000),
    -- The lines that the fix writes into the finding's file, to know them again: stretches that the file did not hold
    -- before, with a form feed on a line of its own between them.
    fix_lines  VARCHAR(20000)
);

-- How many different findings a project has, by rule, severity and state: counted anew with each look at the project.
CREATE TABLE finding_count (
    project_id BIGINT NOT NULL,
    rule       VARCHAR(100) NOT NULL,
    severity   VARCHAR(10) NOT NULL,
    state      VARCHAR(10) NOT NULL,
    amount     INTEGER NOT NULL,
    -- How many of them have or had a thread.
    shown      INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (project_id, rule, severity, state)
);

-- Findings that an administrator put aside for a whole project.
CREATE TABLE dismissal (
    project_id   BIGINT NOT NULL,
    fingerprint  VARCHAR(32) NOT NULL,
    rule         VARCHAR(100) NOT NULL,
    -- ignored or false_alarm.
    kind         VARCHAR(20) NOT NULL,
    reason       VARCHAR(1000) NOT NULL,
    dismissed_by VARCHAR(255) NOT NULL,
    dismissed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (project_id, fingerprint)
);

-- Lists of deliveries are in the order of time, whatever they are narrowed to.
CREATE INDEX delivery_by_verdict ON delivery (verdict, received_at, id);
CREATE INDEX delivery_by_event ON delivery (event, received_at, id);
CREATE INDEX delivery_by_project ON delivery (project_id, received_at, id);
CREATE INDEX delivery_by_time ON delivery (received_at, id, verdict);
CREATE INDEX command_by_delivery ON command (delivery_key);
CREATE INDEX review_by_project ON review (project_id, id);
CREATE INDEX review_by_time ON review (finished_at, outcome);

-- What a review asked of GitLab, in its order: the first 200 requests.
CREATE TABLE review_call (
    review_id BIGINT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    method    VARCHAR(10) NOT NULL,
    -- Below /api/v4, without the query.
    path      VARCHAR(1000) NOT NULL,
    -- Of the answer; 0 if there was none.
    status    INTEGER NOT NULL,
    millis    BIGINT NOT NULL,
    PRIMARY KEY (review_id, number)
);

-- To find what has become old.
CREATE INDEX job_log_by_time ON job_log (read_at);
CREATE INDEX command_by_time ON command (received_at);
CREATE INDEX finding_by_sight ON finding (state, last_seen_at);
