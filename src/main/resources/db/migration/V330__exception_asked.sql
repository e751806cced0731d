-- Whoever agrees that a committee goes on all the same reads when that was asked.
ALTER TABLE recommendation ADD COLUMN exception_asked_at timestamptz;

-- What is done on one page may be asked of several offices, of which one does it.
DROP INDEX open_task_path;
CREATE UNIQUE INDEX open_task_path ON open_task (path, offered_to) WHERE path IS NOT NULL;
