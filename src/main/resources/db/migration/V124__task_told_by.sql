-- By which mail somebody was told of a task: what a mail told that was withdrawn or has failed counts as not told.
ALTER TABLE task_told ADD COLUMN mail_id uuid REFERENCES mail ON DELETE CASCADE;
UPDATE task_told t SET mail_id = (SELECT m.id FROM mail m WHERE m.person_id = t.person_id AND m.template = 'tasks-waiting'
                                  ORDER BY m.created_at DESC LIMIT 1);
DELETE FROM task_told WHERE mail_id IS NULL;
ALTER TABLE task_told ALTER COLUMN mail_id SET NOT NULL;
CREATE INDEX task_told_mail ON task_told (mail_id);
