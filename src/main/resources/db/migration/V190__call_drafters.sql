-- Nobody who has written on a call approves it. Who wrote on what is there already was not kept beyond these two.
ALTER TABLE call_for_proposals ADD COLUMN drafters uuid[];
UPDATE call_for_proposals SET drafters = array_remove(ARRAY[drafted_by, put_forward_by], NULL);
ALTER TABLE call_for_proposals ALTER COLUMN drafters SET NOT NULL;
