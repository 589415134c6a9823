-- The phone's first tables. Ids are 16 bytes, days are days since 1970-01-01 at the school, moments are seconds since
-- 1970-01-01 UTC by this phone's clock.

-- Who this phone is. One row, once paired.
CREATE TABLE phone (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  device_id  BLOB NOT NULL,
  device_tag TEXT NOT NULL,
  generation INTEGER NOT NULL DEFAULT 0,          -- counts up when this is a restored copy; with it the Automerge actor
  signing_key BLOB NOT NULL,                      -- Ed25519 secret, made here, never sent
  token      TEXT NOT NULL,
  server     TEXT NOT NULL,
  mentor     TEXT NOT NULL,
  log_id     BLOB,                                -- null before the first sync
  cursor     INTEGER NOT NULL DEFAULT 0,
  last_sent_at INTEGER                            -- null: nothing was ever sent
) STRICT;

-- Reference data: the server's word, read-only here. -------------------------------------------------------------

CREATE TABLE school (
  id               INTEGER PRIMARY KEY CHECK (id = 1),
  name             TEXT NOT NULL,
  bell_minute      INTEGER,
  recorded_through INTEGER
) STRICT;

-- The school's clock, so that the phone's own zone does not matter.
CREATE TABLE school_offset (
  from_moment INTEGER PRIMARY KEY,
  seconds     INTEGER NOT NULL
) STRICT;

CREATE TABLE calendar_day (
  day      INTEGER PRIMARY KEY,
  day_type TEXT NOT NULL
) STRICT;

CREATE TABLE student (
  id          BLOB PRIMARY KEY,
  first_name  TEXT NOT NULL,
  family_name TEXT NOT NULL,
  grade       TEXT,
  entry_day   INTEGER NOT NULL,
  exit_day    INTEGER
) STRICT;

CREATE TABLE callee (
  student_id  BLOB NOT NULL REFERENCES student (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  name        TEXT NOT NULL,
  relation    TEXT,
  language    TEXT,
  phone       TEXT,
  restriction TEXT,
  PRIMARY KEY (student_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE match (
  id            BLOB PRIMARY KEY,
  student_id    BLOB NOT NULL REFERENCES student (id) ON DELETE CASCADE,
  start_day     INTEGER NOT NULL,
  wake_up_calls INTEGER NOT NULL
) STRICT;

CREATE TABLE attendance_day (
  student_id    BLOB NOT NULL REFERENCES student (id) ON DELETE CASCADE,
  day           INTEGER NOT NULL,
  status        TEXT NOT NULL,
  missed_halves INTEGER NOT NULL,
  PRIMARY KEY (student_id, day)
) STRICT, WITHOUT ROWID;

-- Match records: the facts. ---------------------------------------------------------------------------------------

-- The record as last folded together; the changes since then are in `change`.
CREATE TABLE record (
  match_id BLOB PRIMARY KEY,
  document BLOB NOT NULL
) STRICT;

-- Each change since, own ones and others'. Own ones that are not sent are the outbox: they stay, whatever else is
-- removed, until the server names their hash.
CREATE TABLE change (
  position  INTEGER PRIMARY KEY,
  match_id  BLOB NOT NULL,
  hash      BLOB NOT NULL,                        -- not unique alone: two records can hold equal changes
  bytes     BLOB NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('unsent', 'sent', 'refused')),
  entry_key TEXT,                                 -- null: a calendar mark, or not our own
  refusal   TEXT,                                 -- why, when refused
  UNIQUE (match_id, hash)
) STRICT;
CREATE INDEX change_by_match ON change (match_id, position);
CREATE INDEX change_outbox ON change (state) WHERE state <> 'sent';

-- Projections of the records: what screens read. Dropped and rebuilt to the same rows. ------------------------------

CREATE TABLE door_check (
  match_id  BLOB NOT NULL,
  entry_key TEXT NOT NULL,
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  result    TEXT NOT NULL,
  voided    INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE wake_up_call (
  match_id  BLOB NOT NULL,
  entry_key TEXT NOT NULL,
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  outcome   TEXT NOT NULL,
  voided    INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE one_on_one (
  match_id  BLOB NOT NULL,
  entry_key TEXT NOT NULL,
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  minutes   INTEGER NOT NULL,
  voided    INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  match_id  BLOB NOT NULL,
  entry_key TEXT NOT NULL,
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  text      TEXT NOT NULL,
  audience  TEXT NOT NULL,
  voided    INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

-- Written by a newer version of the app: shown as such.
CREATE TABLE unknown_entry (
  match_id  BLOB NOT NULL,
  entry_key TEXT NOT NULL,
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  voided    INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_mark (
  match_id BLOB NOT NULL,
  day      INTEGER NOT NULL,
  mark     TEXT NOT NULL,                         -- two rows of one day: two phones disagreed
  PRIMARY KEY (match_id, day, mark)
) STRICT, WITHOUT ROWID;
