-- When the department in charge was named: its tasks are due counted from then, where they had come before.
ALTER TABLE case_file ADD COLUMN department_named_at timestamptz;
