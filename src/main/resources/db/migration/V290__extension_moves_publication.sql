-- The publication that an extension of the call moved with the closing; none where it stayed.
ALTER TABLE call_extension ADD COLUMN publication_at timestamptz CHECK (publication_at > closes_at);
