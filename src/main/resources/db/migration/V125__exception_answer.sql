-- Why a second person did not agree to go on below the quorum.
ALTER TABLE recommendation ADD COLUMN exception_declined text;
-- The case that waits for what is asked here: what it says of itself names who is asked.
ALTER TABLE open_task ADD COLUMN holds_up uuid;
CREATE INDEX open_task_holds_up ON open_task (holds_up) WHERE holds_up IS NOT NULL;
