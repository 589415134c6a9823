-- The lock's own small database. It is not encrypted: what it holds is sealed, or says nothing of anybody.
CREATE TABLE lock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    salt BLOB NOT NULL,
    -- Both null: no PIN was chosen yet.
    memory_kib INTEGER,
    passes INTEGER,
    nonce BLOB NOT NULL,
    sealed BLOB NOT NULL,
    -- Wrong PINs in a row, and the one that is being looked at.
    tries INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Why there is nothing any more; until the phone is paired again.
CREATE TABLE destroyed (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    why TEXT NOT NULL
) STRICT;
