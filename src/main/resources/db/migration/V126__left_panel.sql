-- Who leaves the panel before handing a sheet in is asked no more.
ALTER TABLE score_sheet ADD COLUMN left_at timestamptz;
