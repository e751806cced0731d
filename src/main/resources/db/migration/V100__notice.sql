-- Every mail from the moment it is due until long after it was sent.
CREATE TABLE mail (
    id               uuid PRIMARY KEY,
    idempotency_key  text NOT NULL UNIQUE,
    template         text NOT NULL,
    person_id        uuid NOT NULL REFERENCES person,
    address          text NOT NULL,
    case_key         uuid,
    subject          text NOT NULL,
    body             text NOT NULL,
    html             text NOT NULL,
    secret           text,                 -- stands in the body for {secret}; erased when the mail has been sent
    message_id       text NOT NULL UNIQUE,
    urgent           boolean NOT NULL,
    state            text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'FAILED')),
    attempts         integer NOT NULL,
    next_attempt_at  timestamptz NOT NULL,
    created_at       timestamptz NOT NULL,
    sent_at          timestamptz,
    problem          text
);
CREATE INDEX mail_due ON mail (next_attempt_at) WHERE state = 'WAITING';
CREATE INDEX mail_created ON mail (created_at DESC);
CREATE INDEX mail_case ON mail (case_key, created_at) WHERE state = 'WAITING';

-- Who read the body of a mail to somebody else, and why. Rows are added and never touched again.
CREATE TABLE mail_reading (
    id         uuid PRIMARY KEY,
    mail_id    uuid NOT NULL REFERENCES mail,
    person_id  uuid NOT NULL REFERENCES person,
    reason     text NOT NULL,
    at         timestamptz NOT NULL
);
CREATE TRIGGER mail_reading_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mail_reading
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
