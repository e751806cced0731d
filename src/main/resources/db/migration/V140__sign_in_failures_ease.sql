-- Of what an address has failed, a little is forgotten each minute; from when the next minute is counted
ALTER TABLE sign_in_failure ADD eased_at timestamptz;
UPDATE sign_in_failure SET eased_at = last_at;
ALTER TABLE sign_in_failure ALTER eased_at SET NOT NULL;
