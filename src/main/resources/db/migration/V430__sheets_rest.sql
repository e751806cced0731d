-- A proposal that its group took back is not before the panel until what is handed in anew has been checked.
ALTER TABLE score_sheet ADD COLUMN rests_since timestamptz;
UPDATE score_sheet s SET rests_since = coalesce(p.recalled_at, p.submitted_at)
FROM proposal p
WHERE p.id = s.proposal_id
  AND (p.recalled_at IS NOT NULL
    OR p.accepted_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM score_sheet o WHERE o.proposal_id = p.id AND o.opened_at >= p.submitted_at));

-- About a tie to a proposal that is over, or taken back, nobody can be answered any more.
WITH settled AS (
    DELETE FROM open_task t USING proposal p
    WHERE t.kind = 'settleTie' AND t.path LIKE '%#tie-' || p.id
      AND (p.recalled_at IS NOT NULL OR p.not_subject_at IS NOT NULL OR p.withdrawn_at IS NOT NULL)
    RETURNING t.id
)
DELETE FROM case_bar USING settled WHERE case_key = settled.id;
