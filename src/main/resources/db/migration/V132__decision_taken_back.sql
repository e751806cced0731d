-- An approved decision can be taken back until its letters leave: returned_at then stands beside approved_at. Letters that
-- had been written for it keep their rows and numbers in the register, and are never sent.
ALTER TABLE letter ADD voided_at timestamptz;
