-- The second decision about a runner-up: needed where the first one held no order, or left the figures.
CREATE TABLE reserve_decision (
    id                uuid PRIMARY KEY,
    call_id           uuid NOT NULL,
    proposal_id       uuid NOT NULL,
    amount            bigint,
    wording           text NOT NULL,
    drafted_by        uuid NOT NULL,
    drafted_at        timestamptz NOT NULL,
    returned_at       timestamptz,
    returned_by       uuid,
    return_reason     text,
    approved_at       timestamptz,
    approved_by       uuid,
    elsewhere_on      date,
    elsewhere_office  text,
    elsewhere_number  text,
    version           integer NOT NULL
);
CREATE INDEX reserve_decision_call ON reserve_decision (call_id);
CREATE UNIQUE INDEX reserve_decision_waits ON reserve_decision (call_id)
    WHERE returned_at IS NULL AND approved_at IS NULL;

-- What a second decision offers comes from no evaluation.
ALTER TABLE offer ALTER COLUMN evaluation_id DROP NOT NULL;
ALTER TABLE offer ADD COLUMN decision_id uuid REFERENCES reserve_decision;
ALTER TABLE offer ADD CHECK (num_nonnulls(evaluation_id, decision_id) = 1);
