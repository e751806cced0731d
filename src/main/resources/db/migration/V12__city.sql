CREATE TABLE department (
    id          uuid PRIMARY KEY,
    name        text NOT NULL UNIQUE,
    name_kana   text NOT NULL,
    closed_at   timestamptz
);

-- One row: the city of this installation.
CREATE TABLE city (
    only_one           boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    name               text NOT NULL,
    programme          text NOT NULL,
    secretariat        text NOT NULL,
    secretariat_phone  text NOT NULL
);
INSERT INTO city (name, programme, secretariat, secretariat_phone) VALUES ('', '', '', '');

-- What this installation is for ever, for example one that has held demo data.
CREATE TABLE installation_mark (
    mark       text PRIMARY KEY,
    marked_at  timestamptz NOT NULL
);
CREATE TRIGGER installation_mark_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON installation_mark
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE demo_account (
    key        text PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES person,
    label      text NOT NULL,
    place      integer NOT NULL GENERATED ALWAYS AS IDENTITY
);
