-- Results wait for the letters that tell them. A date of one case may be open: it is told once it is known.
ALTER TABLE case_date ALTER COLUMN due_at DROP NOT NULL;
ALTER TABLE publication ADD COLUMN held_at timestamptz;
-- A letter that goes on paper after its result was published holds nothing up; what is still to be published waits.
UPDATE open_task SET kind = 'postPrinted'
    WHERE kind = 'postLetters' AND call_id IN (SELECT call_id FROM publication WHERE published_at IS NOT NULL);
UPDATE open_task SET holds_up = call_id WHERE kind = 'postLetters';
