-- The organisations a proposal is carried out with are shown before any content, so that a tie to one of them is seen.
ALTER TABLE proposal ADD partners text NOT NULL DEFAULT '';

-- What the answer was about: "no tie" does not cover a partner that was named afterwards.
ALTER TABLE declaration ADD partners text NOT NULL DEFAULT '';
