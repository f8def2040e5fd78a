-- When a delivery was made to wait again, if it was: its age in the queue is counted from then.
ALTER TABLE delivery ADD COLUMN queued_at TIMESTAMP WITH TIME ZONE;

-- What was last said of a commit is forgotten with the reviews. The version before this one does not name the column.
ALTER TABLE given_status ADD COLUMN given_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL;
CREATE INDEX given_status_by_time ON given_status (given_at);
