-- Somebody was entered anew who had an account already: what was meant for the one is the other's.
ALTER TABLE person ADD same_as uuid REFERENCES person;
CREATE INDEX person_same_as ON person (same_as) WHERE same_as IS NOT NULL;
