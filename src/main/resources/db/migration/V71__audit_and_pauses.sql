-- Runs on PostgreSQL and on H2 in its PostgreSQL mode alike.

-- The user's id in GitLab, 0 for the local administrator; null where nobody knows who it was.
ALTER TABLE audit_entry ADD COLUMN user_id BIGINT;
-- The API token that it was done with, if it was by one.
ALTER TABLE audit_entry ADD COLUMN token_id BIGINT;

-- Whether the audit log has this pause.
ALTER TABLE login_attempt ADD COLUMN told BOOLEAN DEFAULT FALSE NOT NULL;

-- Addresses from which the local administrator signed in: there the pause for all of them together does not hold.
CREATE TABLE login_source (
    source  VARCHAR(100) PRIMARY KEY,
    last_at TIMESTAMP WITH TIME ZONE NOT NULL
);
