CREATE TABLE proposal (
    id                 uuid PRIMARY KEY,
    version            integer NOT NULL,
    call_id            uuid NOT NULL,
    organisation_id    uuid NOT NULL,
    title              text NOT NULL,
    receipt_number     text UNIQUE,
    revision           integer NOT NULL,
    requested_yen      bigint CHECK (requested_yen >= 0),
    started_at         timestamptz NOT NULL,
    started_by         uuid NOT NULL REFERENCES person,
    submitted_at       timestamptz,
    submitted_by       uuid REFERENCES person,
    recalled_at        timestamptz,
    accepted_at        timestamptz,
    accepted_by        uuid REFERENCES person,
    not_subject_at     timestamptz,
    not_subject_by     uuid REFERENCES person,
    not_subject_reason text,
    withdrawn_at       timestamptz,
    withdrawn_by       uuid REFERENCES person,
    withdrawn_reason   text,
    CHECK ((submitted_at IS NULL) = (receipt_number IS NULL)),
    CHECK (not_subject_at IS NULL OR not_subject_reason IS NOT NULL)
);
CREATE INDEX proposal_call ON proposal (call_id, receipt_number);
CREATE INDEX proposal_organisation ON proposal (organisation_id);

-- What was handed in: the receipt's hash is of exactly these bytes.
CREATE TABLE revision (
    proposal_id   uuid NOT NULL REFERENCES proposal,
    number        integer NOT NULL,
    bytes         bytea NOT NULL,
    sha256        char(64) NOT NULL,
    form_release  text NOT NULL,
    submitted_at  timestamptz NOT NULL,
    submitted_by  uuid NOT NULL REFERENCES person,
    files         jsonb NOT NULL,
    PRIMARY KEY (proposal_id, number)
);

CREATE FUNCTION revision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a revision is never changed';
END $$;
CREATE TRIGGER revision_stays BEFORE UPDATE OR DELETE ON revision
    FOR EACH ROW EXECUTE FUNCTION revision_stays();

-- One row per series of receipt numbers, locked until the submission commits: no gap, no double.
CREATE TABLE receipt_counter (
    series  text PRIMARY KEY,
    last    integer NOT NULL
);

CREATE TABLE supplement_request (
    id            uuid PRIMARY KEY,
    proposal_id   uuid NOT NULL REFERENCES proposal,
    requested_at  timestamptz NOT NULL,
    requested_by  uuid NOT NULL REFERENCES person,
    due_at        timestamptz,
    answered_at   timestamptz,
    revision      integer
);
CREATE UNIQUE INDEX supplement_request_open ON supplement_request (proposal_id) WHERE answered_at IS NULL;
CREATE INDEX supplement_request_proposal ON supplement_request (proposal_id, requested_at);

CREATE TABLE supplement_point (
    request_id  uuid NOT NULL REFERENCES supplement_request,
    position    integer NOT NULL,
    field       text NOT NULL,
    comment     text NOT NULL,
    done_at     timestamptz,
    PRIMARY KEY (request_id, field)
);
