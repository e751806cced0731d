-- Dates that were set for one case: they go before what its call says.
CREATE TABLE case_date (
    case_key uuid NOT NULL,
    deadline text NOT NULL,
    due_at   timestamptz NOT NULL,
    PRIMARY KEY (case_key, deadline)
);
