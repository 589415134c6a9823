-- What the school's server signed, and what both sides compare at each sync.

ALTER TABLE phone ADD COLUMN server_key BLOB;     -- the server's Ed25519 key; null: none yet, and receipts are not asked for
ALTER TABLE phone ADD COLUMN certificate BLOB;    -- the server's word of whose phone this is; null: none yet

-- Phones of the same mentor whose changes are here: others, and this one under its earlier names. A server that was
-- restored from a backup may have forgotten them; its own signature brings them back.
CREATE TABLE kin (
  device_id   BLOB PRIMARY KEY,
  device_tag  TEXT NOT NULL,
  certificate BLOB NOT NULL,
  log_id      BLOB                                -- in which log the server knows of it; null: in none that we know
) STRICT, WITHOUT ROWID;

-- So that damage is found without reading the document. Null: folded by an earlier version, and not looked at since.
ALTER TABLE record ADD COLUMN sha256 BLOB;

-- The canonical hash of each record. No row: something was written since, and it is computed when it is asked for, which
-- is never while somebody waits for a tap.
CREATE TABLE standing (
  match_id BLOB PRIMARY KEY,
  hash     BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER standing_after_change AFTER INSERT ON change
BEGIN DELETE FROM standing WHERE match_id = NEW.match_id; END;
CREATE TRIGGER standing_after_removal AFTER DELETE ON change
BEGIN DELETE FROM standing WHERE match_id = OLD.match_id; END;
CREATE TRIGGER standing_after_record AFTER INSERT ON record
BEGIN DELETE FROM standing WHERE match_id = NEW.match_id; END;
CREATE TRIGGER standing_after_folding AFTER UPDATE ON record
BEGIN DELETE FROM standing WHERE match_id = NEW.match_id; END;
CREATE TRIGGER standing_after_record_removal AFTER DELETE ON record
BEGIN DELETE FROM standing WHERE match_id = OLD.match_id; END;

-- Stored pieces of records that were found damaged, as they were: never overwritten in silence. They leave with their
-- student.
CREATE TABLE damaged (
  id       INTEGER PRIMARY KEY,
  match_id BLOB NOT NULL,
  at       INTEGER NOT NULL,
  bytes    BLOB NOT NULL
) STRICT;
CREATE TRIGGER damaged_leaves_with_its_match AFTER DELETE ON match
BEGIN DELETE FROM damaged WHERE match_id = OLD.id; END;
