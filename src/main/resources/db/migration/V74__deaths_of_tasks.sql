-- How many processes died while they ran the task, since it was made or went well. The library names the columns it writes.
ALTER TABLE scheduled_tasks ADD COLUMN deaths INT DEFAULT 0 NOT NULL;
