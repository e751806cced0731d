-- What stands between year and number in the numbers of letters that are still to be written.
ALTER TABLE city ADD COLUMN letter_symbol text NOT NULL DEFAULT '市協';
