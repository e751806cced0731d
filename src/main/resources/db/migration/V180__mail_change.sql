-- The mail address that somebody has chosen anew, until they open the link that was sent there; a later choice replaces it.
CREATE TABLE mail_change (
    person_id   uuid PRIMARY KEY REFERENCES person,
    mail        text NOT NULL,
    token_hash  text NOT NULL,
    expires_at  timestamptz NOT NULL
);
