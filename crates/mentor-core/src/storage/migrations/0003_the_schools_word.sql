-- What the school says back to its mentors. All of it is reference data: the server's word, read-only here, but for the
-- day on which an answer was read.

ALTER TABLE callee ADD COLUMN best_hours TEXT;    -- when to call, in the school's words
ALTER TABLE callee ADD COLUMN interpreter INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callee ADD COLUMN may_text INTEGER;   -- null: nobody has asked

-- What district and school decided, as far as figures on this phone follow it. No row: the default.
CREATE TABLE school_rule (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whom to phone at once when a student may not be safe, in their order.
CREATE TABLE safety_contact (
  position INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  role     TEXT,
  phone    TEXT NOT NULL
) STRICT;

-- What other mentors of a student did, today and yesterday; older rows go at the next sync.
CREATE TABLE other_contact (
  student_id BLOB NOT NULL REFERENCES student (id) ON DELETE CASCADE,
  day        INTEGER NOT NULL,
  at         INTEGER NOT NULL,                    -- by the clock of the phone that recorded it
  kind       TEXT NOT NULL,
  reach      TEXT NOT NULL
) STRICT;
CREATE INDEX other_contact_by_day ON other_contact (student_id, day);

-- The latest answer to each request.
CREATE TABLE answer (
  match_id  BLOB NOT NULL REFERENCES match (id) ON DELETE CASCADE,
  entry_key TEXT NOT NULL,
  status    TEXT NOT NULL,
  text      TEXT,
  by_name   TEXT NOT NULL,
  at        INTEGER NOT NULL,
  read_day  INTEGER,                              -- private to this phone; null: not read yet
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

-- Up to which entry of each phone the team has had a match's entries on a page.
CREATE TABLE seen (
  match_id   BLOB NOT NULL REFERENCES match (id) ON DELETE CASCADE,
  page       TEXT NOT NULL,
  device_tag TEXT NOT NULL,
  counter    INTEGER NOT NULL,
  PRIMARY KEY (match_id, page, device_tag)
) STRICT, WITHOUT ROWID;

-- The version before this one skipped what it did not know of the server's rows: they come again.
UPDATE phone SET cursor = 0;
