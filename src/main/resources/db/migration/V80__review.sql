-- What the formal check found and what a person decided on it; a round for each time the proposal came in.
CREATE TABLE formal_check (
    id            uuid PRIMARY KEY,
    proposal_id   uuid NOT NULL,
    task_id       text NOT NULL UNIQUE,
    release       text NOT NULL,
    facts         jsonb NOT NULL,
    findings      jsonb NOT NULL,
    examined_at   timestamptz NOT NULL,
    outcome       text,
    reason        text,
    decided_at    timestamptz,
    decided_by    uuid REFERENCES person,
    version       integer NOT NULL,
    CHECK ((outcome IS NULL) = (decided_at IS NULL))
);
CREATE INDEX formal_check_proposal ON formal_check (proposal_id, examined_at);

-- One list per reviewer and call: an answer to each proposal, confirmed together; what is not confirmed may still change.
CREATE TABLE declaration (
    call_id       uuid NOT NULL,
    reviewer_id   uuid NOT NULL REFERENCES person,
    proposal_id   uuid NOT NULL,
    answer        text NOT NULL CHECK (answer IN ('NONE', 'TIE', 'UNSURE')),
    answered_at   timestamptz NOT NULL,
    confirmed_at  timestamptz,
    -- The secretariat's answer to 'UNSURE'
    settled_by    uuid REFERENCES person,
    settled_at    timestamptz,
    settled_reason text,
    version       bigint NOT NULL,
    PRIMARY KEY (reviewer_id, proposal_id),
    CHECK ((settled_by IS NULL) = (settled_reason IS NULL))
);
CREATE INDEX declaration_call ON declaration (call_id, reviewer_id);

CREATE TABLE score_sheet (
    id            uuid PRIMARY KEY,
    call_id       uuid NOT NULL,
    proposal_id   uuid NOT NULL,
    reviewer_id   uuid NOT NULL REFERENCES person,
    opened_at     timestamptz NOT NULL,
    started_at    timestamptz,
    submitted_at  timestamptz,
    submission    integer NOT NULL,
    recused_at    timestamptz,
    abstained_at  timestamptz,
    absent_at     timestamptz,
    excused_by    uuid REFERENCES person,
    reason        text,
    version       integer NOT NULL,
    UNIQUE (proposal_id, reviewer_id)
);
CREATE INDEX score_sheet_reviewer ON score_sheet (reviewer_id, call_id);
CREATE INDEX score_sheet_call ON score_sheet (call_id, proposal_id);

-- What somebody is typing into a sheet or a check, with a version per field.
CREATE TABLE review_entry (
    subject       uuid NOT NULL,
    field         text NOT NULL,
    value         text NOT NULL,
    version       bigint NOT NULL,
    changed_at    timestamptz NOT NULL,
    PRIMARY KEY (subject, field)
);

-- What was submitted, never changed; the sheet names the one that counts.
CREATE TABLE score_submission (
    sheet_id      uuid NOT NULL REFERENCES score_sheet,
    number        integer NOT NULL,
    submitted_at  timestamptz NOT NULL,
    content       jsonb NOT NULL,
    sha256        text NOT NULL,
    PRIMARY KEY (sheet_id, number)
);

-- From here on a call's sheets are closed for everybody.
CREATE TABLE review_stage (
    call_id       uuid PRIMARY KEY,
    frozen_at     timestamptz NOT NULL
);
