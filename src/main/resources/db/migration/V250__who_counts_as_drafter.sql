-- Those in whose place a deputy drafts or asks count with whoever does it: none of them decides about it.
ALTER TABLE reserve_decision ADD COLUMN drafters uuid[];
UPDATE reserve_decision SET drafters = ARRAY[drafted_by];
ALTER TABLE reserve_decision ALTER COLUMN drafters SET NOT NULL;

ALTER TABLE call_exception ADD COLUMN askers uuid[];
UPDATE call_exception SET askers = ARRAY[asked_by];
ALTER TABLE call_exception ALTER COLUMN askers SET NOT NULL;
