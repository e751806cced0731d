-- What is looked through, with width and case folded, kept by the database itself.
ALTER TABLE letter ADD search text NOT NULL
    GENERATED ALWAYS AS (lower(normalize(document_number || ' ' || addressee, NFKC))) STORED;
ALTER TABLE organisation ADD search text NOT NULL
    GENERATED ALWAYS AS (lower(normalize(name, NFKC))) STORED;
