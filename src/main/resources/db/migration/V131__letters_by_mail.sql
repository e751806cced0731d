-- How a group wishes to receive the city's letters. Each choice stays; the last one counts, and where there is none, paper.
CREATE TABLE letter_choice (
    id              uuid PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisation,
    by_mail         boolean     NOT NULL,
    chosen_by       uuid        NOT NULL REFERENCES person,
    chosen_at       timestamptz NOT NULL
);
CREATE INDEX letter_choice_organisation ON letter_choice (organisation_id, id DESC);

-- When the group first opened a letter that it receives by mail.
ALTER TABLE letter ADD opened_at timestamptz;
ALTER TABLE letter ADD opened_by uuid REFERENCES person;
