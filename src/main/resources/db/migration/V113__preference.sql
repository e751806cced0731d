-- What a person has chosen about their screens: the names are those of the application, and no others.
CREATE TABLE preference (
    person_id   uuid NOT NULL REFERENCES person,
    name        text NOT NULL CHECK (name IN ('SINGLE_KEYS', 'PROPOSAL_SHARE')),
    value       text NOT NULL,
    PRIMARY KEY (person_id, name)
);
