-- Runs on PostgreSQL and on H2 in its PostgreSQL mode alike.

-- The status that a commit was last given. GitLab shows it in one pipeline: a newer one of the same commit needs its own.
CREATE TABLE given_status (
    project_id  BIGINT NOT NULL,
    sha         VARCHAR(64) NOT NULL,
    state       VARCHAR(20) NOT NULL,
    -- NULL if neither the merge request nor GitLab's answer told of one.
    pipeline_id BIGINT,
    PRIMARY KEY (project_id, sha)
);
