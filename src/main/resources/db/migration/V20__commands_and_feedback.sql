-- Runs on PostgreSQL and on H2 in its PostgreSQL mode alike.

-- Comments that may ask us for something. A row stays when it is answered.
CREATE TABLE command (
    note_id           BIGINT PRIMARY KEY,
    project_id        BIGINT NOT NULL,
    merge_request_iid BIGINT NOT NULL,
    author_id         BIGINT NOT NULL,
    text              VARCHAR(4000) NOT NULL,
    -- The delivery that told of it first.
    delivery_key      VARCHAR(255) NOT NULL,
    -- help, recheck, ignore, fix or unknown, once it was read.
    name              VARCHAR(20),
    -- waiting, reviewing, answered, recorded, ignored or failed.
    state             VARCHAR(20) NOT NULL,
    outcome           VARCHAR(1000),
    -- The review that its answer waits for, by its number among the requests of the merge request.
    review_request    BIGINT,
    -- What came of that review.
    review_outcome    VARCHAR(1000),
    received_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    finished_at       TIMESTAMP WITH TIME ZONE
);

CREATE INDEX command_by_merge_request ON command (project_id, merge_request_iid, author_id, received_at);

-- Rules that people asked us to say nothing about in one merge request.
CREATE TABLE ignored_rule (
    project_id        BIGINT NOT NULL,
    merge_request_iid BIGINT NOT NULL,
    rule              VARCHAR(100) NOT NULL,
    reason            VARCHAR(1000) NOT NULL,
    user_id           BIGINT NOT NULL,
    note_id           BIGINT NOT NULL,
    ignored_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (project_id, merge_request_iid, rule)
);

-- What people think of our comments: one row for each person, comment and kind.
CREATE TABLE feedback (
    note_id           BIGINT NOT NULL,
    user_id           BIGINT NOT NULL,
    -- thumbsdown or ignore.
    kind              VARCHAR(20) NOT NULL,
    project_id        BIGINT NOT NULL,
    merge_request_iid BIGINT NOT NULL,
    rule              VARCHAR(100) NOT NULL,
    -- Empty where a rule was ignored as a whole.
    fingerprint       VARCHAR(32) NOT NULL,
    given_at          TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (note_id, user_id, kind)
);

CREATE INDEX feedback_by_rule ON feedback (rule, kind);
