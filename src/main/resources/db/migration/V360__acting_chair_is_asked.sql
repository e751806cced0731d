-- A request to go on below the quorum that was asked of the secretariat alone reaches the acting chair as well.
WITH asked AS (
    SELECT t.*, gen_random_uuid() AS other FROM open_task t
    WHERE t.kind = 'agreeToException' AND t.office = 'SECRETARIAT' AND t.call_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM open_task o WHERE o.path = t.path AND o.office = 'ACTING_CHAIR')
), added AS (
    INSERT INTO open_task (id, kind, case_key, path, offered_to, office, scope_id, title, title_sort, search,
        due_at, due_sort, created_at, call_id, organisation_id, department_id, holds_up)
    SELECT other, kind, other, path, 'ACTING_CHAIR:' || call_id, 'ACTING_CHAIR', call_id, title, title_sort, search,
        due_at, due_sort, created_at, call_id, organisation_id, department_id, holds_up
    FROM asked
)
INSERT INTO case_bar (case_key, person_id)
SELECT asked.other, bar.person_id FROM asked JOIN case_bar bar ON bar.case_key = asked.case_key;
