-- No consent to letters by mail is kept, and none is sent that way: what has not left goes on paper.
UPDATE letter SET delivery = 'PRINT' WHERE queued_at IS NULL;
