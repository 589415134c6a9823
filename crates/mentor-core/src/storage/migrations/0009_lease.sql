-- Until when this phone may be read without a word from the school. Times are seconds since 1970.
CREATE TABLE lease (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    until INTEGER NOT NULL,
    -- When the school's server signed it. Null: no server ever did, and each contact makes it longer by itself.
    issued_at INTEGER,
    -- The latest moment that this phone knows of, by whichever clock: time never goes back.
    used_to INTEGER NOT NULL
) STRICT;
