-- What a module asks without a drawing stands in the same list: a row with the page where it is done, and its own id
-- where others name their case.
ALTER TABLE open_task
    DROP CONSTRAINT open_task_case_key_fkey,
    ALTER COLUMN definition DROP NOT NULL,
    ADD COLUMN path text,
    ADD CONSTRAINT open_task_drawn_or_asked CHECK ((definition IS NULL) <> (path IS NULL));
CREATE UNIQUE INDEX open_task_path ON open_task (path) WHERE path IS NOT NULL;
