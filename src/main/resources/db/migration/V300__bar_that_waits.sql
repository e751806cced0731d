-- Whoever waits for an answer is offered nothing of the case, and what is theirs alone is not taken from them.
ALTER TABLE case_bar ADD COLUMN waits boolean NOT NULL DEFAULT false;

INSERT INTO case_bar (case_key, person_id, waits)
SELECT proposal_id, reviewer_id, true FROM declaration WHERE answer = 'UNSURE' AND confirmed_at IS NOT NULL
ON CONFLICT DO NOTHING;
