-- The facts about each upload. The bytes lie on disk by their SHA-256, once however often they are uploaded.
CREATE TABLE stored_file (
    id          uuid PRIMARY KEY,
    name        text NOT NULL,
    media_type  text NOT NULL,
    size        bigint NOT NULL,
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    stored_by   uuid REFERENCES person,
    stored_at   timestamptz NOT NULL
);
CREATE INDEX stored_file_sha256 ON stored_file (sha256);
