-- Each webhook of a job or a pipeline asks which merge requests were reviewed at its commit.
CREATE INDEX review_by_commit ON review (project_id, head_sha, merge_request_iid);
