-- The team's weekly meeting: who was there, what was said and decided, who does what by when.

-- One a school and day: whoever opens it second comes into the same one.
CREATE TABLE meeting (
  id        BLOB PRIMARY KEY,
  school_id BLOB NOT NULL REFERENCES school (id),
  day       INTEGER NOT NULL,
  as_of     INTEGER NOT NULL,                     -- the day that its packet looks from
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX meeting_by_day ON meeting (school_id, day);
CREATE TRIGGER meeting_is_not_changed BEFORE UPDATE ON meeting
BEGIN SELECT raise(ABORT, 'a meeting is never changed, only followed by another version'); END;

-- What can be said of it anew, whole in each row; the latest is in force.
CREATE TABLE meeting_version (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id BLOB NOT NULL REFERENCES meeting (id),
  chair_id   BLOB REFERENCES staff (id),          -- null: somebody without an account leads
  chair_name TEXT NOT NULL,                       -- as it was on that day; empty: not said
  others     TEXT,                                -- who came and has no account
  checks     TEXT NOT NULL,                       -- `MeetingCheck::word`s with a space between
  staff_id   BLOB NOT NULL REFERENCES staff (id),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_version_by_meeting ON meeting_version (meeting_id, id);
CREATE TRIGGER meeting_version_is_not_changed BEFORE UPDATE ON meeting_version
BEGIN SELECT raise(ABORT, 'what was said of a meeting is never changed, only followed by another version'); END;

CREATE TABLE meeting_attended (
  version_id INTEGER NOT NULL REFERENCES meeting_version (id),
  staff_id   BLOB NOT NULL REFERENCES staff (id),
  PRIMARY KEY (version_id, staff_id)
) STRICT, WITHOUT ROWID;

-- What was said to an item of the agenda; the latest of an item (and of a mentor lead) is in force, empty when taken back.
CREATE TABLE meeting_note (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id BLOB NOT NULL REFERENCES meeting (id),
  item       TEXT NOT NULL,                       -- `AgendaItem::word`
  lead_id    BLOB REFERENCES staff (id),          -- whose check-in it is; null: of no one mentor lead
  text       TEXT,
  staff_id   BLOB NOT NULL REFERENCES staff (id),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_note_by_meeting ON meeting_note (meeting_id, item, id);
CREATE TRIGGER meeting_note_is_not_changed BEFORE UPDATE ON meeting_note
BEGIN SELECT raise(ABORT, 'a note of a meeting is never changed, only followed by another'); END;

CREATE TABLE meeting_decision (
  id         BLOB PRIMARY KEY,
  meeting_id BLOB NOT NULL REFERENCES meeting (id),
  student_id BLOB REFERENCES student (id),        -- null: about the school
  text       TEXT NOT NULL,
  staff_id   BLOB NOT NULL REFERENCES staff (id),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_decision_by_meeting ON meeting_decision (meeting_id);
CREATE INDEX meeting_decision_by_student ON meeting_decision (student_id) WHERE student_id IS NOT NULL;
CREATE TRIGGER meeting_decision_is_not_changed BEFORE UPDATE ON meeting_decision
BEGIN SELECT raise(ABORT, 'a decision is never changed, only taken back'); END;

CREATE TABLE meeting_decision_taken_back (
  decision_id BLOB PRIMARY KEY REFERENCES meeting_decision (id),
  staff_id    BLOB NOT NULL REFERENCES staff (id),
  at          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER meeting_decision_taken_back_is_not_changed BEFORE UPDATE ON meeting_decision_taken_back
BEGIN SELECT raise(ABORT, 'what was taken back stays so'); END;

CREATE TABLE action_item (
  id         BLOB PRIMARY KEY,
  school_id  BLOB NOT NULL REFERENCES school (id),
  meeting_id BLOB REFERENCES meeting (id),        -- null: agreed between two meetings
  student_id BLOB REFERENCES student (id),        -- null: about the school
  text       TEXT NOT NULL,
  staff_id   BLOB NOT NULL REFERENCES staff (id),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX action_item_by_school ON action_item (school_id);
CREATE TRIGGER action_item_is_not_changed BEFORE UPDATE ON action_item
BEGIN SELECT raise(ABORT, 'an action is never changed, only taken a step further'); END;

-- What can change of an action, whole in each row; the latest is in force.
CREATE TABLE action_step (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id BLOB NOT NULL REFERENCES action_item (id),
  state     TEXT NOT NULL,                        -- `ActionState::word`
  owner_id  BLOB NOT NULL REFERENCES staff (id),
  due_day   INTEGER NOT NULL,
  note      TEXT,
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX action_step_by_action ON action_step (action_id, id);
CREATE TRIGGER action_step_is_not_changed BEFORE UPDATE ON action_step
BEGIN SELECT raise(ABORT, 'a step is never changed, only followed by another'); END;

-- Students of the heat map by criteria, with somebody who looks after them; the latest of a group is in force.
CREATE TABLE day_group_version (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id  BLOB NOT NULL,
  school_id BLOB NOT NULL REFERENCES school (id),
  name      TEXT NOT NULL,
  criteria  TEXT NOT NULL,                        -- as the page's address has them: tier, grade, mentor, ...
  owner_id  BLOB REFERENCES staff (id),           -- null: nobody yet
  retired   INTEGER NOT NULL,                     -- 1: no longer offered
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX day_group_version_by_school ON day_group_version (school_id, group_id, id);
CREATE TRIGGER day_group_version_is_not_changed BEFORE UPDATE ON day_group_version
BEGIN SELECT raise(ABORT, 'a group is never changed, only followed by another version'); END;
