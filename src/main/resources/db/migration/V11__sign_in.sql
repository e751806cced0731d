-- How people prove who they are, and what is kept so that nobody else can.
ALTER TABLE person ADD COLUMN closed_at timestamptz;
-- Sessions begun under an older stamp have ended: a new password, signing out everywhere, a closed account.
ALTER TABLE person ADD COLUMN session_stamp integer NOT NULL DEFAULT 0;

CREATE TABLE credential (
    person_id   uuid PRIMARY KEY REFERENCES person,
    password    text NOT NULL,
    changed_at  timestamptz NOT NULL
);

-- Browsers in which somebody has signed in before: they keep their own count of failures, so that nobody can keep
-- the owner of an account out by failing on purpose elsewhere.
CREATE TABLE known_browser (
    token_hash  text PRIMARY KEY,
    person_id   uuid NOT NULL REFERENCES person,
    seen_at     timestamptz NOT NULL
);
CREATE INDEX known_browser_person ON known_browser (person_id);

-- Failures by what was tried: names are hashes, so that no address and no mail stands here.
CREATE TABLE sign_in_failure (
    subject     text PRIMARY KEY,
    failures    integer NOT NULL,
    last_at     timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_last ON sign_in_failure (last_at);

CREATE TABLE invitation (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person,
    office        text NOT NULL,
    scope_id      uuid,
    valid_from    date NOT NULL,
    valid_to      date,
    token_hash    text NOT NULL UNIQUE,
    by_mail       boolean NOT NULL,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    accepted_at   timestamptz,
    withdrawn_at  timestamptz
);
CREATE INDEX invitation_person ON invitation (person_id);

CREATE TABLE password_reset (
    token_hash  text PRIMARY KEY,
    person_id   uuid NOT NULL REFERENCES person,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz
);
CREATE INDEX password_reset_person ON password_reset (person_id);

-- What was done to people, offices and settings, by whom. Rows are added and never touched again.
CREATE TABLE account_event (
    id          uuid PRIMARY KEY,
    at          timestamptz NOT NULL,
    by_person   uuid REFERENCES person,
    kind        text NOT NULL,
    about       uuid REFERENCES person,
    facts       text NOT NULL
);
CREATE INDEX account_event_about ON account_event (about, at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER account_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON account_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
