-- Numbers every saved state of every field, so that a version is never met twice, not even after a discard.
CREATE SEQUENCE working_version;

-- What somebody is typing, field by field, exactly as typed.
CREATE TABLE working_field (
    subject   text NOT NULL,
    field     text NOT NULL,
    value     text NOT NULL,
    version   bigint NOT NULL,
    saved_by  uuid NOT NULL REFERENCES person,
    saved_at  timestamptz NOT NULL,
    PRIMARY KEY (subject, field)
);
