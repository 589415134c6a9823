-- What must hold even when a backup from before it is put back, and what may never come back from a phone.

-- A match whose student was erased, or whose record was destroyed when its time was over: nothing but that it was. The
-- mentor's phones are told to forget it, and what they still send of it is refused and not kept.
CREATE TABLE erased_match (
  id        BLOB PRIMARY KEY,
  school_id BLOB NOT NULL REFERENCES school (id),
  mentor_id BLOB,                                 -- whose phones may hold it; null: nobody's that we know
  seq       INTEGER NOT NULL,                     -- a cursor below this may still hold the student
  at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX erased_match_by_mentor ON erased_match (mentor_id, school_id);

-- Lines on their way into the ledger, a file apart from every backup (`operations/ledger`). They are written there before
-- the transaction that made them commits, so this table is empty whenever a ledger is kept.
CREATE TABLE ledger_due (
  id      INTEGER PRIMARY KEY,
  what    TEXT NOT NULL,
  subject BLOB NOT NULL,                          -- the id of the phone, account, match or student
  detail  TEXT,                                   -- JSON: keys, words and numbers, no names
  at      INTEGER NOT NULL
) STRICT;

CREATE TRIGGER ledger_of_phones AFTER UPDATE OF revoked_at ON device
WHEN OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
BEGIN INSERT INTO ledger_due (what, subject, at) VALUES ('phone_revoked', NEW.id, NEW.revoked_at); END;
CREATE TRIGGER ledger_of_accounts AFTER UPDATE OF disabled_at ON staff
WHEN OLD.disabled_at IS NULL AND NEW.disabled_at IS NOT NULL
BEGIN INSERT INTO ledger_due (what, subject, at) VALUES ('account_disabled', NEW.id, NEW.disabled_at); END;
CREATE TRIGGER ledger_of_matches_taken AFTER UPDATE OF ended_seq ON match
WHEN OLD.ended_seq IS NULL AND NEW.ended_seq IS NOT NULL
BEGIN
  INSERT INTO ledger_due (what, subject, detail, at)
  VALUES ('match_taken', NEW.id,
          json_object('status', NEW.status, 'end_day', NEW.end_day, 'end_reason', NEW.end_reason), unixepoch());
END;
CREATE TRIGGER ledger_of_matches_given AFTER UPDATE OF ended_seq ON match
WHEN OLD.ended_seq IS NOT NULL AND NEW.ended_seq IS NULL
BEGIN INSERT INTO ledger_due (what, subject, at) VALUES ('match_given', NEW.id, unixepoch()); END;

-- Changes of a closed match are kept as one document and not one by one; `change.bytes` is empty then, and everything
-- that reads changes gets the same bytes as before (`sync/folded.rs`).
CREATE TABLE folded_record (
  match_id BLOB PRIMARY KEY REFERENCES match (id),
  bytes    BLOB NOT NULL,
  at       INTEGER NOT NULL
) STRICT;
