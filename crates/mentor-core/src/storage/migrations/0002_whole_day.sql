-- Entries of every kind in one table. The tables of the first version are projections, so nothing is lost with them:
-- `projection::catch_up` writes all rows again from the records when the database is opened.
DROP TABLE door_check;
DROP TABLE wake_up_call;
DROP TABLE one_on_one;
DROP TABLE note;
DROP TABLE unknown_entry;

-- By which version of the code the projections were written. No row: by none that this one knows.
CREATE TABLE projection (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;

-- One row an entry. Each column is the field of that name in the match record; null: the kind has none, or nothing was
-- said. Days are days since 1970-01-01, moments are by the phone's clock.
CREATE TABLE entry (
  match_id    BLOB NOT NULL,
  entry_key   TEXT NOT NULL,
  kind        TEXT NOT NULL,                      -- 'unknown': written by a newer version, shown as such
  day         INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  voided_at   INTEGER,                            -- null: it stands
  reached     TEXT,                               -- derived, `What::reach`: student, family, nobody; null: no contact
  result      TEXT,
  outcome     TEXT,
  minutes     INTEGER,
  direction   TEXT,
  party       TEXT,
  place       TEXT,
  reason      TEXT,
  activity    TEXT,
  number      INTEGER,
  follow_up   INTEGER,
  "of"        TEXT,
  group_id    TEXT,
  text        TEXT,
  audience    TEXT,
  class       TEXT,
  measure     TEXT,
  was         INTEGER,
  aim         INTEGER,
  due         INTEGER,
  due_week    INTEGER,
  counted     INTEGER,
  whom        TEXT,
  form        TEXT,
  days        INTEGER,
  factor      TEXT,
  source      TEXT,
  confidence  TEXT,
  need        TEXT,
  urgency     TEXT,
  item        TEXT,
  weekdays    INTEGER,
  from_minute INTEGER,
  to_minute   INTEGER,
  until       INTEGER,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_by_day ON entry (match_id, day);
CREATE INDEX entry_by_kind ON entry (match_id, kind, day);
-- Rare among many entries, and asked for by the home screen.
CREATE INDEX entry_to_follow_up ON entry (match_id, follow_up) WHERE follow_up IS NOT NULL;
CREATE INDEX entry_of_group ON entry (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX entry_of_wrong_number ON entry (match_id, number) WHERE outcome = 'wrong_number';

-- Private to this phone: never in a record, never sent. -----------------------------------------------------------

-- What was begun and not saved, written at every keystroke.
CREATE TABLE draft (
  match_id BLOB NOT NULL,
  of_what  TEXT NOT NULL,
  text     TEXT NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (match_id, of_what)
) STRICT, WITHOUT ROWID;

-- Which conversation starters were used, so that they do not repeat.
CREATE TABLE asked (
  match_id BLOB NOT NULL,
  starter  TEXT NOT NULL,
  day      INTEGER NOT NULL,
  PRIMARY KEY (match_id, starter)
) STRICT, WITHOUT ROWID;
