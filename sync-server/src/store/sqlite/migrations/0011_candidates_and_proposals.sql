-- Who is considered for a mentor, which mentor fits, and how a match is prepared. Everything here is a row that is
-- followed by others and never changed; the latest is in force.

CREATE TABLE candidate_decision (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id      BLOB NOT NULL REFERENCES school (id),
  student_id     BLOB NOT NULL REFERENCES student (id),
  decision       TEXT NOT NULL,                   -- `CandidateDecision::word`
  reason         TEXT NOT NULL,                   -- `DecisionReason::word`
  note           TEXT,
  look_again_day INTEGER,                         -- of a student who waits
  rules          TEXT NOT NULL,                   -- those that had fired by then, with a space between
  day            INTEGER NOT NULL,
  staff_id       BLOB NOT NULL REFERENCES staff (id),
  at             INTEGER NOT NULL
) STRICT;
CREATE INDEX candidate_decision_by_student ON candidate_decision (school_id, student_id, id);
CREATE TRIGGER candidate_decision_is_not_changed BEFORE UPDATE ON candidate_decision
BEGIN SELECT raise(ABORT, 'a decision is never changed, only followed by another'); END;

-- What a mentor should know of a student before they meet, as the student tells it.
CREATE TABLE mentee_profile (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id    BLOB NOT NULL REFERENCES school (id),
  student_id   BLOB NOT NULL REFERENCES student (id),
  interests    TEXT NOT NULL,
  strengths    TEXT NOT NULL,
  preferences  TEXT NOT NULL,
  availability TEXT NOT NULL,                     -- `Availability::word`s with a space between
  staff_id     BLOB NOT NULL REFERENCES staff (id),
  at           INTEGER NOT NULL
) STRICT;
CREATE INDEX mentee_profile_by_student ON mentee_profile (school_id, student_id, id);
CREATE TRIGGER mentee_profile_is_not_changed BEFORE UPDATE ON mentee_profile
BEGIN SELECT raise(ABORT, 'a profile is never changed, only followed by another'); END;

-- What staff know of a student and a mentor together.
CREATE TABLE pair_note (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id  BLOB NOT NULL REFERENCES school (id),
  student_id BLOB NOT NULL REFERENCES student (id),
  mentor_id  BLOB NOT NULL REFERENCES mentor (id),
  factor     TEXT NOT NULL,                       -- `FitFactor::word`
  holds      TEXT NOT NULL,                       -- `Holds::word`
  staff_id   BLOB NOT NULL REFERENCES staff (id),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX pair_note_by_student ON pair_note (school_id, student_id, mentor_id, factor, id);
CREATE TRIGGER pair_note_is_not_changed BEFORE UPDATE ON pair_note
BEGIN SELECT raise(ABORT, 'what was known is never changed, only followed by what is known now'); END;

-- How a school weighs what speaks for two people, and up to which grade the family comes first.
CREATE TABLE matching_rules (
  id                   INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id            BLOB NOT NULL REFERENCES school (id),
  weights              TEXT NOT NULL,             -- five numbers in the order of `FitFactor::ALL`
  family_first_through INTEGER,                   -- a grade, kindergarten is 0; null: in no grade
  staff_id             BLOB NOT NULL REFERENCES staff (id),
  at                   INTEGER NOT NULL
) STRICT;
CREATE INDEX matching_rules_by_school ON matching_rules (school_id, id);
CREATE TRIGGER matching_rules_are_not_changed BEFORE UPDATE ON matching_rules
BEGIN SELECT raise(ABORT, 'rules are never changed, only followed by others'); END;

-- Why these two, in the words of the form; what was written beside them stands in `match.rationale`.
CREATE TABLE match_rationale (
  match_id BLOB PRIMARY KEY REFERENCES match (id),
  codes    TEXT NOT NULL                          -- `Rationale::word`s with a space between
) STRICT, WITHOUT ROWID;
CREATE TRIGGER match_rationale_is_not_changed BEFORE UPDATE ON match_rationale
BEGIN SELECT raise(ABORT, 'why they were matched is never changed'); END;

-- The steps of a match that staff took, with what was said of each.
CREATE TABLE match_step (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id BLOB NOT NULL REFERENCES match (id),
  step     TEXT NOT NULL,                         -- `CaseStep::word`
  reason   TEXT,                                  -- of a pause: `PauseReason::word`
  note     TEXT,
  end_day  INTEGER,                               -- of 'end_expected': the last day that is expected
  day      INTEGER NOT NULL,
  staff_id BLOB,                                  -- null: not by somebody who signed in
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX match_step_by_match ON match_step (match_id, id);
CREATE TRIGGER match_step_is_not_changed BEFORE UPDATE ON match_step
BEGIN SELECT raise(ABORT, 'a step is never changed, only followed by another'); END;

-- What the family was told, signed or took back.
CREATE TABLE family_notice (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id    BLOB NOT NULL REFERENCES match (id),
  kind        TEXT NOT NULL,                      -- `NoticeKind::word`
  language    TEXT NOT NULL,                      -- in which it was said or written
  channel     TEXT NOT NULL,                      -- `NoticeChannel::word`
  day         INTEGER NOT NULL,
  told_by     TEXT NOT NULL,                      -- who spoke or wrote for the school
  answered_by TEXT,                               -- who of the family; null: nobody yet
  answer      TEXT NOT NULL,                      -- `FamilyAnswer::word`
  note        TEXT,
  -- Of a consent (34 CFR 99.30): which records, what for, to whom, from when to when, how it was signed.
  scope       TEXT,                               -- `ConsentScope::word`
  purpose     TEXT,
  recipient   TEXT,
  from_day    INTEGER,
  until_day   INTEGER,
  signed_how  TEXT,                               -- `ConsentSigned::word`
  staff_id    BLOB NOT NULL REFERENCES staff (id),
  at          INTEGER NOT NULL
) STRICT;
CREATE INDEX family_notice_by_match ON family_notice (match_id, id);
CREATE TRIGGER family_notice_is_not_changed BEFORE UPDATE ON family_notice
BEGIN SELECT raise(ABORT, 'a notice is never changed, only followed by another'); END;

-- What allowed the mentor to know of the student, one after the other; the match has the one in force.
CREATE TABLE match_basis (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id  BLOB NOT NULL REFERENCES match (id),
  basis     TEXT,                                 -- null: taken back
  because   TEXT,                                 -- of a school official: `OfficialBecause::word`
  notice_id INTEGER REFERENCES family_notice (id),-- the consent, or what took it back
  from_day  INTEGER,
  until_day INTEGER,
  day       INTEGER NOT NULL,
  staff_id  BLOB,                                 -- null: not by somebody who signed in
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX match_basis_by_match ON match_basis (match_id, id);
CREATE TRIGGER match_basis_is_not_changed BEFORE UPDATE ON match_basis
BEGIN SELECT raise(ABORT, 'a basis is never changed, only followed by another'); END;

-- Matches from before are expected to last as long as the school year in which they began: from one July to the next.
UPDATE match SET expected_end_day = (
  SELECT max(day) FROM calendar_day
  WHERE calendar_day.school_id = match.school_id AND day_type IN ('instructional', 'make_up')
    AND day BETWEEN match.start_day
      AND unixepoch(date(match.start_day * 86400, 'unixepoch', '+6 months', 'start of year', '+6 months')) / 86400 - 1)
WHERE end_day IS NULL;
