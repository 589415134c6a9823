-- What the figures need: exact parts of a day, what subgroups are made of, indicators, and where each fact came from.

-- Ten-thousandths of a day, so that halves, quarters and minutes stay exact (`domain.md` 4.1).
ALTER TABLE attendance_event RENAME COLUMN missed_halves TO missed;
UPDATE attendance_event SET missed = missed * 5000;
-- A whole file no longer had the mark: it points to itself and to the import that took it back. Null: it stands, or
-- another mark took its place.
ALTER TABLE attendance_event ADD COLUMN withdrawn_by INTEGER REFERENCES import_batch (id);
CREATE INDEX attendance_withdrawn ON attendance_event (student_id, school_id) WHERE withdrawn_by IS NOT NULL;

-- How much of a school day the date is, in ten-thousandths; 0 on every date without instruction.
ALTER TABLE calendar_day ADD COLUMN value INTEGER NOT NULL DEFAULT 0;
UPDATE calendar_day SET value = 10000 WHERE day_type IN ('instructional', 'make_up');

-- What the district's reports group by (`domain.md` 5.3). Null: no file has said. Never on a phone.
ALTER TABLE student ADD COLUMN sex TEXT;                -- male, female, other, unspecified
ALTER TABLE student ADD COLUMN race_ethnicity TEXT;     -- one of the seven federal words, Hispanic first
ALTER TABLE student ADD COLUMN english_learner INTEGER;
ALTER TABLE student ADD COLUMN special_education INTEGER;
ALTER TABLE student ADD COLUMN section_504 INTEGER;
ALTER TABLE student ADD COLUMN lunch TEXT;              -- free, reduced, paid
ALTER TABLE student ADD COLUMN homeless INTEGER;
ALTER TABLE student ADD COLUMN foster INTEGER;
ALTER TABLE student ADD COLUMN zip TEXT;                  -- as it came, leading zero and all
ALTER TABLE student ADD COLUMN home_language TEXT;

ALTER TABLE student_guardian ADD COLUMN best_hours TEXT;  -- when to call, in the school's words
-- 1: a file of contacts named the pair, so a roster that says nothing of it does not end it.
ALTER TABLE student_guardian ADD COLUMN by_contacts INTEGER NOT NULL DEFAULT 0;

-- Behaviour and course indicators (`domain.md` 4.4, 4.5): one value a student, kind and period; a correction keeps
-- what it replaced.
CREATE TABLE indicator (
  id            INTEGER PRIMARY KEY,
  student_id    BLOB NOT NULL REFERENCES student (id),
  period_start  INTEGER NOT NULL,
  period_end    INTEGER NOT NULL,                 -- the last day of the period
  kind          TEXT NOT NULL,
  value         INTEGER NOT NULL,                 -- in hundredths, so that half days and quarter credits stay exact
  batch_id      INTEGER NOT NULL REFERENCES import_batch (id),
  superseded_by INTEGER REFERENCES indicator (id) -- null: in force
) STRICT;
CREATE UNIQUE INDEX indicator_now ON indicator (student_id, kind, period_start, period_end)
  WHERE superseded_by IS NULL;

-- What staff set by hand and no import overwrites until it is released. (A school's zone and bell are never written by
-- an import once the school is there, so they need no mark.)
CREATE TABLE hand_set (
  noun   TEXT NOT NULL,                           -- 'guardian'
  id     BLOB NOT NULL,
  field  TEXT NOT NULL,                           -- 'phone', 'language'
  set_at INTEGER NOT NULL,
  PRIMARY KEY (noun, id, field)
) STRICT, WITHOUT ROWID;

-- The rows of enrollments.csv that made a student's enrollments, since a file of changes names single rows.
CREATE TABLE enrollment_source (
  student_id BLOB PRIMARY KEY REFERENCES student (id),
  rows       TEXT NOT NULL                        -- JSON: [[sourcedId, school's key, first day, day after the last]]
) STRICT, WITHOUT ROWID;

-- The history of imports. Null: imported before there was one.
ALTER TABLE import_batch ADD COLUMN done_by TEXT;         -- 'command line', or the id of who did it on a page
ALTER TABLE import_batch ADD COLUMN report TEXT;          -- JSON: counts, problems, notes; ids and words, no names
