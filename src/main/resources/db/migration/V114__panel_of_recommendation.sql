-- How many members the panel had when the recommendation was handed over: what is published of the meeting does not
-- change with whoever is appointed later.
ALTER TABLE recommendation ADD COLUMN panel_size integer;
UPDATE recommendation r SET panel_size = (
    SELECT count(DISTINCT person_id) FROM office_holding WHERE office = 'REVIEWER' AND scope_id = r.call_id)
WHERE submitted_at IS NOT NULL;
ALTER TABLE recommendation ADD CHECK (submitted_at IS NULL OR panel_size IS NOT NULL);
