-- A second proof beside the password, and what is known of a session's beginning.

ALTER TABLE staff ADD COLUMN second_factor_by INTEGER;   -- from then on a password alone opens nothing; null: nobody signed in with one alone

ALTER TABLE session ADD COLUMN proved_at INTEGER NOT NULL DEFAULT 0;  -- when its owner last proved who they are
ALTER TABLE session ADD COLUMN browser TEXT NOT NULL DEFAULT '';      -- family and system, such as 'Firefox · Windows'

-- The secret that an authenticator app shares with the server.
CREATE TABLE authenticator (
  staff_id  BLOB PRIMARY KEY REFERENCES staff (id),
  secret    BLOB NOT NULL,
  last_step INTEGER NOT NULL,                     -- the newest 30 seconds whose code was used: none is good twice
  added_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What is left of the codes for whoever lost phone and key; a row is gone when its code was used.
CREATE TABLE recovery_code (
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  code_hash BLOB NOT NULL,                        -- sha-256 of 80 random bits
  PRIMARY KEY (staff_id, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE passkey (
  credential_id BLOB PRIMARY KEY,                 -- as the browser names it
  staff_id      BLOB NOT NULL REFERENCES staff (id),
  name          TEXT NOT NULL,                    -- as its owner calls it
  host          TEXT NOT NULL,                    -- the name of the server that it was made for
  credential    TEXT NOT NULL,                    -- public key and counter, as the verifier writes them
  added_at      INTEGER NOT NULL,
  used_at       INTEGER                           -- null: not yet
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_by_staff ON passkey (staff_id);

CREATE INDEX session_by_staff ON session (staff_id);

-- The code that the first coordinator of a school types, once.
CREATE TABLE setup_code (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  code_hash  BLOB NOT NULL,
  school_id  BLOB NOT NULL REFERENCES school (id),
  expires_at INTEGER NOT NULL
) STRICT;
