-- Runs on PostgreSQL and on H2 in its PostgreSQL mode alike.

-- What became of each delivery. One that asks for a review keeps the number of its request and waits; the look that covers
-- the request judges it. Deliveries of one event (by the hooks of a project, a group, the system) share their occurrence.
ALTER TABLE delivery ADD COLUMN occurrence VARCHAR(64);
ALTER TABLE delivery ADD COLUMN review_request BIGINT;
ALTER TABLE delivery ADD COLUMN review_id BIGINT;
ALTER TABLE delivery ADD COLUMN judged_at TIMESTAMP WITH TIME ZONE;

CREATE INDEX delivery_by_merge_request ON delivery (project_id, merge_request_iid, id);

-- Until now no delivery heard of the end of its review.
UPDATE delivery SET review_request = 0 WHERE verdict = 'queued';
UPDATE delivery SET verdict = 'reviewed' WHERE verdict = 'queued' AND NOT EXISTS (
    SELECT 1 FROM scheduled_tasks
    WHERE task_instance = CAST(delivery.project_id AS VARCHAR) || '!' || CAST(delivery.merge_request_iid AS VARCHAR));

-- The time in the queue that the latest task of a project got, in milliseconds since 1970.
CREATE TABLE project_turn (
    project_id BIGINT NOT NULL PRIMARY KEY,
    latest     BIGINT NOT NULL
);
