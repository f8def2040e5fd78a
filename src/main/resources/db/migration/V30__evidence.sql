-- Runs on PostgreSQL and on H2 in its PostgreSQL mode alike.

-- The job whose log shows what a finding warned of: the first that came, which alone says so in the thread.
CREATE TABLE evidence (
    project_id        BIGINT NOT NULL,
    merge_request_iid BIGINT NOT NULL,
    fingerprint       VARCHAR(32) NOT NULL,
    job_id            BIGINT NOT NULL,
    -- When it was said, if it was.
    said_at           TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (project_id, merge_request_iid, fingerprint)
);

-- The logs that were read, so that the hooks of a job and of its pipeline do not have one read twice.
CREATE TABLE job_log (
    project_id        BIGINT NOT NULL,
    merge_request_iid BIGINT NOT NULL,
    job_id            BIGINT NOT NULL,
    read_at           TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (project_id, merge_request_iid, job_id)
);
