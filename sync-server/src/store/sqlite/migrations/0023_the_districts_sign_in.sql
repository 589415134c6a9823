-- Staff whom the district's own sign-in (OpenID Connect) knows.
CREATE TABLE district_identity (
  issuer   TEXT NOT NULL,
  subject  TEXT NOT NULL,                                  -- the name that never changes there: `sub`
  staff_id BLOB NOT NULL UNIQUE REFERENCES staff (id),
  added_at INTEGER NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;

-- A link by which somebody says, once, who they are there. One for each account: a new one ends the one before.
CREATE TABLE connect_link (
  staff_id   BLOB PRIMARY KEY REFERENCES staff (id),
  code_hash  BLOB NOT NULL UNIQUE,                         -- sha-256 of 80 random bits
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Whether the district asked for more than a password when this session began: then nothing more is owed here.
ALTER TABLE session ADD COLUMN second_step_elsewhere INTEGER NOT NULL DEFAULT 0 CHECK (second_step_elsewhere IN (0, 1));
