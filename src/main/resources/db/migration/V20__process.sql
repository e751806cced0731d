-- Where a case stands, who is asked, and what happened: written in the engine's own transactions, read by every list.
CREATE TABLE case_file (
    key             uuid PRIMARY KEY,
    process         text NOT NULL,
    title           text NOT NULL,
    title_sort      text COLLATE "C" NOT NULL,
    number          text,
    search          text COLLATE "C" NOT NULL,
    call_id         uuid,
    organisation_id uuid,
    department_id   uuid,
    release         text NOT NULL,
    definition      text NOT NULL,
    instance        text,
    started_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    ending          text
);
CREATE INDEX case_file_call ON case_file (call_id, process);

-- offered_to: office, its scope, and the person if the task is theirs alone, as one word; see Audiences.
CREATE TABLE open_task (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL,
    case_key        uuid NOT NULL REFERENCES case_file,
    definition      text NOT NULL,
    offered_to      text COLLATE "C" NOT NULL,
    office          text NOT NULL,
    scope_id        uuid,
    assignee        uuid,
    title           text NOT NULL,
    title_sort      text COLLATE "C" NOT NULL,
    number          text,
    search          text COLLATE "C" NOT NULL,
    deadline        text,
    due_at          timestamptz,
    due_sort        timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    call_id         uuid,
    organisation_id uuid,
    department_id   uuid
);
CREATE INDEX open_task_due ON open_task (offered_to, due_sort, id);
CREATE INDEX open_task_title ON open_task (offered_to, title_sort, id);
CREATE INDEX open_task_call ON open_task (offered_to, call_id, due_sort, id);
CREATE INDEX open_task_case ON open_task (case_key);

CREATE TABLE case_position (
    id          text PRIMARY KEY,
    case_key    uuid NOT NULL REFERENCES case_file,
    definition  text NOT NULL,
    element     text NOT NULL,
    around      boolean NOT NULL,
    since       timestamptz NOT NULL,
    deadline    text,
    due_at      timestamptz,
    done        integer,
    total       integer
);
CREATE INDEX case_position_case ON case_position (case_key);
CREATE INDEX case_position_element ON case_position (element);

CREATE TABLE case_bar (
    case_key    uuid NOT NULL,
    person_id   uuid NOT NULL,
    PRIMARY KEY (case_key, person_id)
);

CREATE TABLE case_answer (
    id          uuid PRIMARY KEY,
    case_key    uuid NOT NULL REFERENCES case_file,
    task_id     uuid NOT NULL,
    kind        text NOT NULL,
    answers     jsonb NOT NULL,
    given_by    uuid NOT NULL,
    given_at    timestamptz NOT NULL
);
CREATE INDEX case_answer_case ON case_answer (case_key);

CREATE TABLE case_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_key    uuid NOT NULL,
    kind        text NOT NULL,
    happened_at timestamptz NOT NULL,
    person_id   uuid,
    task_id     uuid,
    facts       jsonb NOT NULL
);
CREATE INDEX case_event_case ON case_event (case_key, id);
CREATE INDEX case_event_task ON case_event (task_id) WHERE task_id IS NOT NULL;

CREATE FUNCTION case_event_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'case_event is append-only';
END $$;
CREATE TRIGGER case_event_no_change BEFORE UPDATE OR DELETE ON case_event
    FOR EACH ROW EXECUTE FUNCTION case_event_stands();
CREATE TRIGGER case_event_no_truncate BEFORE TRUNCATE ON case_event
    FOR EACH STATEMENT EXECUTE FUNCTION case_event_stands();
