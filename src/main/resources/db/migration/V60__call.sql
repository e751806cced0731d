CREATE TABLE call_for_proposals (
    id                uuid PRIMARY KEY,
    fiscal_year       integer NOT NULL,
    title             text NOT NULL,
    guideline         text NOT NULL,
    origin            text NOT NULL,
    opens_at          timestamptz,
    closes_at         timestamptz,
    drafted_at        timestamptz NOT NULL,
    drafted_by        uuid NOT NULL REFERENCES person,
    put_forward_at    timestamptz,
    put_forward_by    uuid REFERENCES person,
    returned_at       timestamptz,
    returned_by       uuid REFERENCES person,
    returned_reason   text,
    approved_at       timestamptz,
    approved_by       uuid REFERENCES person,
    approval_recorded_by uuid REFERENCES person,
    approval_day      date,
    approval_office   text,
    approval_number   text,
    opened_at         timestamptz,
    opened_by         uuid REFERENCES person,
    release           text,
    version           integer NOT NULL,
    -- Approved here by a person, or recorded from the city's own document system with its facts
    CHECK (approved_at IS NULL OR approved_by IS NOT NULL
           OR (approval_day IS NOT NULL AND approval_office IS NOT NULL AND approval_number IS NOT NULL)),
    CHECK (approved_by IS NULL OR approved_by <> put_forward_by),
    CHECK (opened_at IS NULL OR approved_at IS NOT NULL),
    CHECK (closes_at IS NULL OR opens_at IS NULL OR approved_at IS NULL OR closes_at > opens_at)
);
CREATE INDEX call_dates ON call_for_proposals (closes_at, opens_at);

CREATE TABLE call_extension (
    call_id      uuid NOT NULL REFERENCES call_for_proposals,
    number       integer NOT NULL,
    closed_at    timestamptz NOT NULL,
    closes_at    timestamptz NOT NULL,
    reason       text NOT NULL,
    extended_at  timestamptz NOT NULL,
    extended_by  uuid NOT NULL REFERENCES person,
    PRIMARY KEY (call_id, number),
    CHECK (closes_at > closed_at)
);

CREATE TABLE call_exception (
    call_id          uuid NOT NULL REFERENCES call_for_proposals,
    number           integer NOT NULL,
    organisation_id  uuid NOT NULL REFERENCES organisation,
    until            timestamptz NOT NULL,
    reason           text NOT NULL,
    asked_at         timestamptz NOT NULL,
    asked_by         uuid NOT NULL REFERENCES person,
    answered_at      timestamptz,
    answered_by      uuid REFERENCES person,
    granted          boolean,
    answer_reason    text,
    PRIMARY KEY (call_id, number),
    CHECK (answered_by IS NULL OR answered_by <> asked_by)
);
