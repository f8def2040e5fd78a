-- Runs on PostgreSQL and on H2 in its PostgreSQL mode alike.

-- What the Dockerfiles told about a finding, and what they were like then; empty as long as they were not looked at.
ALTER TABLE finding ADD COLUMN stake VARCHAR(2000) DEFAULT '' NOT NULL;
ALTER TABLE finding ADD COLUMN stake_state VARCHAR(36) DEFAULT '' NOT NULL;
