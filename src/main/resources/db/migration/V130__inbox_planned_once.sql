-- The questions of the inbox are planned once for everybody and every call. Planned for the average call, a page of a busy
-- one would be sorted whole; planned for busy calls, every page is read straight from the index, in its order. With the
-- case in them the indexes answer alone which rows make a page.
ALTER TABLE open_task ALTER COLUMN call_id SET (n_distinct = 5);

DROP INDEX open_task_call;
CREATE INDEX open_task_call ON open_task (offered_to, call_id, due_sort, id) INCLUDE (case_key);
DROP INDEX open_task_title;
CREATE INDEX open_task_title ON open_task (offered_to, title_sort, id) INCLUDE (case_key);
