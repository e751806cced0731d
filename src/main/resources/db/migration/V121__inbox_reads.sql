-- A page of the inbox finds its ids in an index alone and fetches only the rows it shows; whoever is kept from a case is
-- asked once a reader, not once a task.
CREATE INDEX case_bar_person ON case_bar (person_id, case_key);

DROP INDEX open_task_title;
CREATE INDEX open_task_title ON open_task (offered_to, title_sort, id) INCLUDE (case_key);
DROP INDEX open_task_call;
CREATE INDEX open_task_call ON open_task (offered_to, call_id, due_sort, id) INCLUDE (case_key);
