-- The phone proves itself by its key; the long-lived token is gone from the disk.
ALTER TABLE phone DROP COLUMN token;

-- A pairing that waits for the coordinator's word, so that it outlives the app. One row, gone once it is answered.
CREATE TABLE pairing (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  server       TEXT NOT NULL,
  code_hash    BLOB NOT NULL,
  signing_key  BLOB NOT NULL,                     -- Ed25519 secret of the phone that will be
  nonce        BLOB NOT NULL,
  server_key   BLOB NOT NULL,                     -- pinned once the words were said to be the same
  server_nonce BLOB NOT NULL,
  language     TEXT NOT NULL                      -- of the three words
) STRICT;

-- The school shut this phone out, and nothing of its data is here any more. One row, until it is paired again.
CREATE TABLE shut_out (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  action      TEXT NOT NULL CHECK (action IN ('left', 'lost')),
  wiped_at    INTEGER NOT NULL,
  -- What is needed to tell the school so; null once it was told.
  device_id   BLOB,
  signing_key BLOB,
  server      TEXT,
  server_key  BLOB
) STRICT;
