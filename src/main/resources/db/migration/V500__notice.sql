-- What somebody has been told, as it stands for them in the application: beside the mail, or where there is none.
CREATE TABLE notice (
    id               uuid PRIMARY KEY,
    idempotency_key  text NOT NULL UNIQUE,
    person_id        uuid NOT NULL REFERENCES person,
    template         text NOT NULL,
    title            text,                 -- of the call it is about
    day              timestamptz,          -- until or from when, as the mail says it
    path             text NOT NULL,
    case_key         uuid,
    at               timestamptz NOT NULL,
    read_at          timestamptz
);
CREATE INDEX notice_latest ON notice (person_id, at DESC, id DESC);
CREATE INDEX notice_unread ON notice (person_id, at) WHERE read_at IS NULL;
