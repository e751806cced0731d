-- On which day a letter on paper left the house: it may be noted later than that.
ALTER TABLE letter ADD posted_on date;
UPDATE letter SET posted_on = CAST(posted_at AT TIME ZONE 'Asia/Tokyo' AS date) WHERE posted_at IS NOT NULL;
-- Since when a letter by mail goes on paper as well: it cannot have been posted before.
ALTER TABLE letter ADD printed_at timestamptz;
