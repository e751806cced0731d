CREATE TABLE person (
    id          uuid PRIMARY KEY,
    name        text NOT NULL,
    name_kana   text NOT NULL,
    mail        text,
    version     integer NOT NULL,
    created_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX person_mail ON person (lower(mail));

CREATE TABLE office_holding (
    id          uuid PRIMARY KEY,
    person_id   uuid NOT NULL REFERENCES person,
    office      text NOT NULL,
    scope_id    uuid,
    valid_from  date NOT NULL,
    valid_to    date
);
CREATE INDEX office_holding_person ON office_holding (person_id);
CREATE INDEX office_holding_office ON office_holding (office, scope_id);

CREATE TABLE deputy (
    id          uuid PRIMARY KEY,
    person_id   uuid NOT NULL REFERENCES person,
    acts_for    uuid NOT NULL REFERENCES person,
    office      text NOT NULL,
    scope_id    uuid,
    valid_from  date NOT NULL,
    valid_to    date NOT NULL,
    CHECK (person_id <> acts_for)
);
CREATE INDEX deputy_person ON deputy (person_id);

CREATE TABLE holiday (
    day         date PRIMARY KEY,
    name        text NOT NULL
);
