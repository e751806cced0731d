-- How the group's answer reached the secretariat, where the group did not give it here itself
ALTER TABLE answer ADD COLUMN received text;
