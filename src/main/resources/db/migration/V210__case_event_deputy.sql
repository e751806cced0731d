-- Whose office the person used who did it, when they did it as a deputy; what was written before stays as it was.
ALTER TABLE case_event ADD COLUMN acting_for uuid;
