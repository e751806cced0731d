CREATE TABLE organisation (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    name_kana    text NOT NULL,
    added_at     timestamptz NOT NULL,
    added_by     uuid NOT NULL REFERENCES person,
    version      integer NOT NULL
);
CREATE INDEX organisation_kana ON organisation (name_kana, id);

CREATE TABLE organisation_answer (
    organisation_id uuid NOT NULL REFERENCES organisation,
    field           text NOT NULL,
    value           text NOT NULL,
    version         bigint NOT NULL,
    changed_at      timestamptz NOT NULL,
    changed_by      uuid NOT NULL REFERENCES person,
    PRIMARY KEY (organisation_id, field)
);

-- What the group does not want to be published, field by field, where it has the choice.
CREATE TABLE organisation_consent (
    organisation_id uuid NOT NULL REFERENCES organisation,
    field           text NOT NULL,
    published       boolean NOT NULL,
    PRIMARY KEY (organisation_id, field)
);

CREATE TABLE organisation_tie (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    person_id       uuid NOT NULL REFERENCES person,
    manner          text NOT NULL,
    document        text,
    tied_at         timestamptz NOT NULL,
    tied_by         uuid NOT NULL REFERENCES person,
    CHECK ((manner = 'DESK') = (document IS NOT NULL))
);
CREATE INDEX organisation_tie_organisation ON organisation_tie (organisation_id, tied_at);

CREATE TABLE organisation_code (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    code_sha256     text NOT NULL UNIQUE,
    issued_at       timestamptz NOT NULL,
    issued_by       uuid NOT NULL REFERENCES person,
    last_day        date NOT NULL,
    used_at         timestamptz,
    used_by         uuid REFERENCES person,
    revoked_at      timestamptz
);
CREATE INDEX organisation_code_organisation ON organisation_code (organisation_id, issued_at);
