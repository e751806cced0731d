-- What happens once a call has closed: evaluation, recommendation, decision, letters, publication, answers.

CREATE TABLE selection_stage (
    call_id      uuid PRIMARY KEY,
    opened_at    timestamptz NOT NULL,
    closed_at    timestamptz,
    ended_at     timestamptz,
    ended_as     text,
    version      integer NOT NULL
);

CREATE TABLE evaluation (
    id           uuid PRIMARY KEY,
    call_id      uuid NOT NULL,
    occasion     text NOT NULL,
    made_at      timestamptz NOT NULL,
    made_by      uuid,
    rule         text NOT NULL,
    inputs       text NOT NULL,
    lines        text NOT NULL,
    questions    text NOT NULL,
    trace        text NOT NULL,
    trace_sha256 text NOT NULL
);
CREATE INDEX evaluation_call ON evaluation (call_id, made_at);

CREATE FUNCTION evaluation_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an evaluation is never changed';
END $$;
CREATE TRIGGER evaluation_stays BEFORE UPDATE OR DELETE ON evaluation
    FOR EACH ROW EXECUTE FUNCTION evaluation_stays();

CREATE TABLE recommendation (
    id                uuid PRIMARY KEY,
    call_id           uuid NOT NULL UNIQUE,
    meeting_on        date,
    exception_reason  text,
    exception_by      uuid,
    exception_second  uuid,
    exception_at      timestamptz,
    submitted_at      timestamptz,
    submitted_by      uuid,
    evaluation_id     uuid REFERENCES evaluation,
    version           integer NOT NULL
);
CREATE TABLE recommendation_line (
    recommendation_id uuid NOT NULL REFERENCES recommendation,
    position          integer NOT NULL,
    proposal_id       uuid NOT NULL,
    outcome           text,
    amount            bigint CHECK (amount >= 0),
    conditions        text NOT NULL,
    reason            text NOT NULL,
    comment           text NOT NULL,
    PRIMARY KEY (recommendation_id, position)
);
CREATE TABLE recommendation_present (
    recommendation_id uuid NOT NULL REFERENCES recommendation,
    person_id         uuid NOT NULL,
    PRIMARY KEY (recommendation_id, person_id)
);
CREATE TABLE recommendation_deliberation (
    recommendation_id uuid NOT NULL REFERENCES recommendation,
    position          integer NOT NULL,
    place             text NOT NULL,
    found             text NOT NULL,
    reason            text NOT NULL,
    recorded_by       uuid NOT NULL,
    recorded_at       timestamptz NOT NULL,
    PRIMARY KEY (recommendation_id, position)
);

CREATE TABLE decision (
    id                uuid PRIMARY KEY,
    call_id           uuid NOT NULL,
    attempt           integer NOT NULL,
    drafted_by        uuid,
    drafted_at        timestamptz NOT NULL,
    wording           text NOT NULL,
    reserves_in_order boolean NOT NULL,
    subject_to_budget boolean NOT NULL,
    city              text NOT NULL,
    sender            text NOT NULL,
    sender_name       text NOT NULL,
    seal              text NOT NULL,
    contact           text NOT NULL,
    submitted_at      timestamptz,
    submitted_by      uuid,
    returned_at       timestamptz,
    returned_by       uuid,
    return_reason     text,
    approved_at       timestamptz,
    approved_by       uuid,
    elsewhere_on      date,
    elsewhere_office  text,
    elsewhere_number  text,
    version           integer NOT NULL,
    UNIQUE (call_id, attempt)
);
CREATE TABLE decision_line (
    decision_id       uuid NOT NULL REFERENCES decision,
    position          integer NOT NULL,
    proposal_id       uuid NOT NULL,
    outcome           text NOT NULL,
    amount            bigint CHECK (amount >= 0),
    conditions        text NOT NULL,
    reason            text NOT NULL,
    reserve_place     integer,
    released_at       timestamptz,
    PRIMARY KEY (decision_id, position)
);
CREATE INDEX decision_line_proposal ON decision_line (proposal_id);

CREATE TABLE letter_number (
    year              integer PRIMARY KEY,
    last_number       integer NOT NULL
);
CREATE TABLE letter (
    id                uuid PRIMARY KEY,
    call_id           uuid NOT NULL,
    proposal_id       uuid NOT NULL,
    organisation_id   uuid NOT NULL,
    kind              text NOT NULL,
    addressee         text NOT NULL,
    document_number   text NOT NULL,
    dated             date NOT NULL,
    file_id           uuid NOT NULL,
    sha256            text NOT NULL,
    size              bigint NOT NULL,
    written_at        timestamptz NOT NULL,
    delivery          text NOT NULL,
    queued_at         timestamptz,
    queued_by         uuid,
    posted_at         timestamptz,
    posted_by         uuid,
    version           integer NOT NULL
);
CREATE INDEX letter_call ON letter (call_id, document_number);
CREATE INDEX letter_proposal ON letter (proposal_id);

CREATE TABLE publication (
    call_id           uuid PRIMARY KEY,
    planned_at        timestamptz NOT NULL,
    confirmed_at      timestamptz NOT NULL,
    confirmed_by      uuid NOT NULL,
    page              text NOT NULL,
    open_data         text NOT NULL,
    allowed_at        timestamptz,
    published_at      timestamptz,
    version           integer NOT NULL
);
CREATE TABLE publication_correction (
    call_id           uuid NOT NULL REFERENCES publication,
    position          integer NOT NULL,
    corrected_at      timestamptz NOT NULL,
    corrected_by      uuid NOT NULL,
    wrong             text NOT NULL,
    correct           text NOT NULL,
    PRIMARY KEY (call_id, position)
);

CREATE TABLE offer (
    id                uuid PRIMARY KEY,
    call_id           uuid NOT NULL,
    proposal_id       uuid NOT NULL,
    amount            bigint,
    evaluation_id     uuid NOT NULL REFERENCES evaluation,
    made_at           timestamptz NOT NULL,
    released_at       timestamptz,
    version           integer NOT NULL
);
CREATE UNIQUE INDEX offer_proposal ON offer (proposal_id);

CREATE TABLE answer (
    proposal_id       uuid PRIMARY KEY,
    call_id           uuid NOT NULL,
    kind              text NOT NULL,
    answered_at       timestamptz NOT NULL,
    answered_by       uuid NOT NULL,
    reason            text NOT NULL,
    version           integer NOT NULL
);
CREATE INDEX answer_call ON answer (call_id);
