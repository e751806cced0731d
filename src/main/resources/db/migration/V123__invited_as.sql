-- By which name whoever invited called the person: an account that exists already does not show by its name.
ALTER TABLE invitation ADD COLUMN invited_as text;
