-- What somebody typed over another's text and could not save, until they have chosen which of the two stays.
CREATE TABLE working_aside (
    subject    text NOT NULL,
    field      text NOT NULL,
    person_id  uuid NOT NULL REFERENCES person,
    value      text NOT NULL,
    put_at     timestamptz NOT NULL,
    PRIMARY KEY (subject, field, person_id)
);
