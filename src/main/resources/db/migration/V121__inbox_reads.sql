-- Whoever is kept from a case is asked once a reader, not once a task.
CREATE INDEX case_bar_person ON case_bar (person_id, case_key);
