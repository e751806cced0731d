-- Nobody who has written on a draft approves it, nor a draft that follows it.
CREATE TABLE decision_drafter (
    decision_id uuid NOT NULL REFERENCES decision,
    person_id   uuid NOT NULL,
    PRIMARY KEY (decision_id, person_id)
);
INSERT INTO decision_drafter (decision_id, person_id)
SELECT DISTINCT d.id, person.id
FROM decision d
JOIN decision before ON before.call_id = d.call_id AND before.attempt <= d.attempt
CROSS JOIN LATERAL (VALUES (before.drafted_by), (before.submitted_by)) AS person (id)
WHERE person.id IS NOT NULL;
ALTER TABLE decision DROP COLUMN drafted_by;
