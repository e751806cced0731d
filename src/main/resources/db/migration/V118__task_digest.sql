-- On which days the city's people have been told by mail what waits for them, and of which tasks each has been told.
CREATE TABLE task_digest (
    day  date PRIMARY KEY
);
CREATE TABLE task_told (
    person_id  uuid NOT NULL REFERENCES person,
    task_id    uuid NOT NULL,
    PRIMARY KEY (person_id, task_id)
);
