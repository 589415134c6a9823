-- More roles, and a school's plan, checklist and kick-off.

-- The role without its old CHECK. Rows name their role; who were not named would see least.
ALTER TABLE staff ADD COLUMN role_now TEXT NOT NULL DEFAULT 'auditor'
  CHECK (role_now IN ('coordinator', 'team', 'principal', 'captain', 'clerk', 'auditor'));
UPDATE staff SET role_now = role;
ALTER TABLE staff DROP COLUMN role;
ALTER TABLE staff RENAME COLUMN role_now TO role;

-- The school's plan: each save is a version of its own, the latest is in force.
CREATE TABLE plan_version (
  school_id BLOB NOT NULL REFERENCES school (id),
  version   INTEGER NOT NULL,                     -- 1, 2, 3 … within the school
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL,
  PRIMARY KEY (school_id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE plan_answer (
  school_id BLOB NOT NULL,
  version   INTEGER NOT NULL,
  prompt    TEXT NOT NULL,                        -- `Prompt::word`
  text      TEXT NOT NULL,                        -- a prompt without an answer has no row
  PRIMARY KEY (school_id, version, prompt),
  FOREIGN KEY (school_id, version) REFERENCES plan_version (school_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER plan_answer_is_not_changed BEFORE UPDATE ON plan_answer
BEGIN SELECT raise(ABORT, 'a plan is never changed, only followed by another version'); END;

-- Ticks of the checklist and their taking back; the latest of a step is in force.
CREATE TABLE step_mark (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id   BLOB NOT NULL REFERENCES school (id),
  school_year INTEGER NOT NULL,                   -- the year in which it begins
  step        TEXT NOT NULL,                      -- `Step::word`
  done_day    INTEGER,                            -- null: the tick is taken back
  evidence    TEXT,
  staff_id    BLOB NOT NULL REFERENCES staff (id),
  at          INTEGER NOT NULL
) STRICT;
CREATE INDEX step_mark_by_year ON step_mark (school_id, school_year, id);
CREATE TRIGGER step_mark_is_not_changed BEFORE UPDATE ON step_mark
BEGIN SELECT raise(ABORT, 'a tick is never changed, only followed by another'); END;

-- The kick-off as it was announced; the latest is in force.
CREATE TABLE kick_off (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id BLOB NOT NULL REFERENCES school (id),
  day       INTEGER NOT NULL,
  minute    INTEGER,                              -- since midnight; null: not known yet
  place     TEXT NOT NULL,
  note      TEXT,
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX kick_off_by_school ON kick_off (school_id, id);
CREATE TRIGGER kick_off_is_not_changed BEFORE UPDATE ON kick_off
BEGIN SELECT raise(ABORT, 'a kick-off is never changed, only followed by another'); END;
