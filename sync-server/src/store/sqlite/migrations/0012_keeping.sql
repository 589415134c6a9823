-- What keeps matches and mentors going, and how matches end. Rows are added and never changed; where one follows
-- another the latest holds.

-- After two months everybody is asked.
CREATE TABLE match_review (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id     BLOB NOT NULL REFERENCES match (id),
  day          INTEGER NOT NULL,
  student_wish TEXT NOT NULL,
  family_wish  TEXT,                              -- null: the family was not asked
  works        TEXT,
  change       TEXT,                              -- what changes, or why it goes on all the same
  decision     TEXT NOT NULL,
  staff_id     BLOB NOT NULL REFERENCES staff (id),
  at           INTEGER NOT NULL
) STRICT;
CREATE INDEX match_review_by_match ON match_review (match_id, id);
CREATE TRIGGER match_review_is_not_changed BEFORE UPDATE ON match_review
BEGIN SELECT raise(ABORT, 'a review is never changed, only followed by another'); END;

-- That a match will end. The end itself stands in `match`.
CREATE TABLE closing_plan (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id BLOB NOT NULL REFERENCES match (id),
  reason   TEXT,                                  -- `ClosureReason::word`; null: it goes on after all
  last_day INTEGER,                               -- when they mean to meet for the last time
  staff_id BLOB NOT NULL REFERENCES staff (id),
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX closing_plan_by_match ON closing_plan (match_id, id);
CREATE TRIGGER closing_plan_is_not_changed BEFORE UPDATE ON closing_plan
BEGIN SELECT raise(ABORT, 'a plan is never changed, only followed by another'); END;

CREATE TABLE closing_step (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id BLOB NOT NULL REFERENCES match (id),
  step     TEXT NOT NULL,
  state    TEXT NOT NULL,
  day      INTEGER NOT NULL,
  who      TEXT NOT NULL,                         -- who did it
  note     TEXT,                                  -- why it could not be done; what was said
  staff_id BLOB NOT NULL REFERENCES staff (id),
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX closing_step_by_match ON closing_step (match_id, id);
CREATE TRIGGER closing_step_is_not_changed BEFORE UPDATE ON closing_step
BEGIN SELECT raise(ABORT, 'a step is never changed, only followed by another'); END;

-- What staff want the next mentor to know. Nothing of the first mentor's record is copied into it.
CREATE TABLE hand_over (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id      BLOB NOT NULL REFERENCES match (id),  -- the next one
  from_match_id BLOB NOT NULL REFERENCES match (id),
  text          TEXT NOT NULL,
  staff_id      BLOB NOT NULL REFERENCES staff (id),
  at            INTEGER NOT NULL
) STRICT;
CREATE INDEX hand_over_by_match ON hand_over (match_id, id);
CREATE TRIGGER hand_over_is_not_changed BEFORE UPDATE ON hand_over
BEGIN SELECT raise(ABORT, 'a hand-over is never changed, only followed by another'); END;

-- For how long a substitute stands in (`match.stands_in_for` says for whom): one row for the first time, one for each
-- renewal.
CREATE TABLE substitution (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id BLOB NOT NULL REFERENCES match (id),   -- the substitute's
  reason   TEXT NOT NULL,
  note     TEXT,
  last_day INTEGER NOT NULL,
  family_told INTEGER NOT NULL,                   -- 1: the family knows who comes instead
  staff_id BLOB NOT NULL REFERENCES staff (id),
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX substitution_by_match ON substitution (match_id, id);
CREATE TRIGGER substitution_is_not_changed BEFORE UPDATE ON substitution
BEGIN SELECT raise(ABORT, 'a substitution is never changed, only renewed'); END;

-- Which match goes on in the next school year, and as which: a record is of one year.
CREATE TABLE carried_over (
  match_id      BLOB PRIMARY KEY REFERENCES match (id),
  next_match_id BLOB NOT NULL UNIQUE REFERENCES match (id),
  staff_id      BLOB NOT NULL REFERENCES staff (id),
  at            INTEGER NOT NULL
) STRICT;
CREATE TRIGGER carried_over_is_not_changed BEFORE UPDATE ON carried_over
BEGIN SELECT raise(ABORT, 'a match is carried over once'); END;

-- Talks with mentors: for the coordinator and the mentor only.
CREATE TABLE support_check_in (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id BLOB NOT NULL REFERENCES school (id),
  mentor_id BLOB NOT NULL REFERENCES mentor (id),
  day       INTEGER NOT NULL,
  way       TEXT NOT NULL,
  topics    TEXT NOT NULL,                        -- `CheckInTopic::word`s with a space between
  needs     TEXT NOT NULL,                        -- `SupportNeed::word`s with a space between
  prompts   TEXT NOT NULL,                        -- `SupportPrompt::word`s with a space between
  note      TEXT,
  next_step TEXT,
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX support_check_in_by_mentor ON support_check_in (school_id, mentor_id, day);
CREATE TRIGGER support_check_in_is_not_changed BEFORE UPDATE ON support_check_in
BEGIN SELECT raise(ABORT, 'a check-in is never changed, only followed by another'); END;

-- Three questions, answered 1 to 5 on paper or in a talk.
CREATE TABLE support_pulse (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id BLOB NOT NULL REFERENCES school (id),
  mentor_id BLOB NOT NULL REFERENCES mentor (id),
  match_id  BLOB REFERENCES match (id),           -- whose student answered; null: the mentor did
  day       INTEGER NOT NULL,
  first     INTEGER NOT NULL CHECK (first BETWEEN 1 AND 5),
  second    INTEGER NOT NULL CHECK (second BETWEEN 1 AND 5),
  third     INTEGER NOT NULL CHECK (third BETWEEN 1 AND 5),
  note      TEXT,
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX support_pulse_by_mentor ON support_pulse (school_id, mentor_id, day);
CREATE TRIGGER support_pulse_is_not_changed BEFORE UPDATE ON support_pulse
BEGIN SELECT raise(ABORT, 'an answer is never changed, only followed by another'); END;

-- Mentors among themselves: a support group, an event.
CREATE TABLE support_event (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id BLOB NOT NULL REFERENCES school (id),
  day       INTEGER NOT NULL,
  topic     TEXT NOT NULL,
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX support_event_by_school ON support_event (school_id, day);
CREATE TRIGGER support_event_is_not_changed BEFORE UPDATE ON support_event
BEGIN SELECT raise(ABORT, 'an event is never changed'); END;
CREATE TABLE support_event_mentor (
  event_id  INTEGER NOT NULL REFERENCES support_event (id),
  mentor_id BLOB NOT NULL REFERENCES mentor (id),
  PRIMARY KEY (event_id, mentor_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE thanks (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id BLOB NOT NULL REFERENCES school (id),
  mentor_id BLOB NOT NULL REFERENCES mentor (id),
  day       INTEGER NOT NULL,
  way       TEXT NOT NULL,
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX thanks_by_mentor ON thanks (school_id, mentor_id, day);
CREATE TRIGGER thanks_is_not_changed BEFORE UPDATE ON thanks
BEGIN SELECT raise(ABORT, 'a thank-you is never changed'); END;

-- What the school said to a student or a family about an attendance that got better.
CREATE TABLE celebration (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id  BLOB NOT NULL REFERENCES school (id),
  student_id BLOB NOT NULL REFERENCES student (id),
  day        INTEGER NOT NULL,
  whom       TEXT NOT NULL,                       -- `Recognised::word`
  form       TEXT NOT NULL,                       -- `RecognitionForm::word`
  staff_id   BLOB NOT NULL REFERENCES staff (id),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX celebration_by_school ON celebration (school_id, day);
CREATE TRIGGER celebration_is_not_changed BEFORE UPDATE ON celebration
BEGIN SELECT raise(ABORT, 'a celebration is never changed'); END;
