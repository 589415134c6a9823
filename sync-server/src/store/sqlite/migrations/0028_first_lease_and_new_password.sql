-- When the server first signed how long this phone may be read; that lease is a short one. Null: it never has.
ALTER TABLE device ADD COLUMN first_lease_at INTEGER;
-- Phones that were in touch before have had theirs.
UPDATE device SET first_lease_at = last_sync_at;

-- A code by which somebody whom the district's sign-in knew no more chooses a password, once. One for each account: a new
-- one ends the one before.
CREATE TABLE password_code (
  staff_id   BLOB PRIMARY KEY REFERENCES staff (id),
  code_hash  BLOB NOT NULL UNIQUE,                         -- sha-256 of 80 random bits
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
