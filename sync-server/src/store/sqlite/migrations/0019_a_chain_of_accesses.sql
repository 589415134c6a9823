-- Each row of the record of access carries the hash of itself and of the row before (`store/sqlite/audit/chain`, ADR 0016),
-- so that one which was changed, dropped or swapped shows. Rows from before are sealed once, when the store is opened.
ALTER TABLE access_event ADD COLUMN hash BLOB;          -- 32 bytes; null only until the store has been opened once
-- What can lead to a student is not hashed itself but with a salt, so that it can be forgotten without breaking the chain.
ALTER TABLE access_event ADD COLUMN student_salt BLOB;  -- 16 bytes; null where there is no student, or none any more
ALTER TABLE access_event ADD COLUMN detail_salt BLOB;   -- the same of the detail

-- What was forgotten with an erased student: the hash stands in for it. An event `access_blanked` vouches for these rows.
CREATE TABLE access_blanked (
  event_id INTEGER NOT NULL REFERENCES access_event (id),
  part     TEXT NOT NULL CHECK (part IN ('student', 'detail')),
  seal     BLOB NOT NULL,                               -- the salted hash of what stood there
  by_event INTEGER NOT NULL REFERENCES access_event (id),
  PRIMARY KEY (event_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_blanked_by_event ON access_blanked (by_event, event_id, part);

CREATE TRIGGER access_event_is_sealed BEFORE INSERT ON access_event
WHEN NEW.hash IS NULL
BEGIN SELECT raise(ABORT, 'an access is written down through the chain'); END;
CREATE TRIGGER access_event_is_never_changed BEFORE UPDATE ON access_event
WHEN OLD.hash IS NOT NULL
BEGIN SELECT raise(ABORT, 'an access is never changed'); END;
CREATE TRIGGER access_event_is_never_removed BEFORE DELETE ON access_event
BEGIN SELECT raise(ABORT, 'an access is never removed'); END;
CREATE TRIGGER access_blanked_is_never_changed BEFORE UPDATE ON access_blanked
BEGIN SELECT raise(ABORT, 'what was blanked stays blanked'); END;
CREATE TRIGGER access_blanked_is_never_removed BEFORE DELETE ON access_blanked
BEGIN SELECT raise(ABORT, 'what was blanked stays blanked'); END;
