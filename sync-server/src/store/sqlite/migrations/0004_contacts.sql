-- The whole day of a mentor: contacts of every kind, and what student and mentor agree on, find out and ask for.
-- All of these are projections of the match records.

-- A newer phone's kind of contact is no reason to refuse the row, so there is no CHECK on the kind any more.
CREATE TABLE contact_now (
  match_id  BLOB NOT NULL REFERENCES match (id),
  entry_key TEXT NOT NULL,
  kind      TEXT NOT NULL,                        -- `ContactType::word`
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,                     -- as the phone's clock claimed
  outcome   TEXT,                                 -- `ContactOutcome::word`; null: a meeting that was held
  minutes   INTEGER,
  direction TEXT,                                 -- null: the mentor began it
  party     TEXT,                                 -- null: with whom this kind usually is
  place     TEXT,
  reason    TEXT,                                 -- for an absence, as it was told; never the school's own code
  activity  TEXT,
  number    INTEGER,                              -- `NumberMark` of the number that was dialled
  follow_up INTEGER,                              -- a day to come back to it
  follows   TEXT,                                 -- the entry that this one comes back to
  group_id  TEXT,                                 -- the same in each record: done with several students at once
  reached   TEXT,                                 -- `Contact::reach`: student, family, nobody; null: with staff only
  voided    INTEGER NOT NULL DEFAULT 0,
  late      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;
INSERT INTO contact_now (match_id, entry_key, kind, day, at, outcome, minutes, reached, voided, late)
SELECT match_id, entry_key, kind, day, at, outcome, minutes,
       CASE WHEN kind = 'one_on_one' OR outcome = 'reached_student' THEN 'student'
            WHEN outcome = 'reached_guardian' THEN 'family'
            ELSE 'nobody' END,
       voided, late
FROM contact;
DROP TABLE contact;
ALTER TABLE contact_now RENAME TO contact;
CREATE INDEX contact_by_day ON contact (match_id, day);

-- 'shareable', or 'sensitive': on no list, no printed page and in no export.
ALTER TABLE note ADD COLUMN class TEXT NOT NULL DEFAULT 'shareable';

CREATE TABLE goal (
  match_id    BLOB NOT NULL REFERENCES match (id),
  entry_key   TEXT NOT NULL,
  day         INTEGER NOT NULL,
  measure     TEXT NOT NULL,
  was         INTEGER,                            -- null: not known
  aim         INTEGER NOT NULL,
  due         INTEGER NOT NULL,
  result      TEXT,                               -- of the latest look at it; null: not yet
  counted     INTEGER,
  checked_day INTEGER,
  voided      INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE recognition (
  match_id  BLOB NOT NULL REFERENCES match (id),
  entry_key TEXT NOT NULL,
  day       INTEGER NOT NULL,
  whom      TEXT,                                 -- null: the student
  form      TEXT NOT NULL,
  reason    TEXT NOT NULL,
  days      INTEGER,
  voided    INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE barrier (
  match_id     BLOB NOT NULL REFERENCES match (id),
  entry_key    TEXT NOT NULL,
  day          INTEGER NOT NULL,
  category     TEXT NOT NULL,
  factor       TEXT NOT NULL,
  source       TEXT NOT NULL,
  confidence   TEXT,                              -- null: told plainly
  resolved_day INTEGER,                           -- null: it still stands in the way
  voided       INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE ask (
  match_id  BLOB NOT NULL REFERENCES match (id),
  entry_key TEXT NOT NULL,
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  urgency   TEXT NOT NULL,
  text      TEXT,
  voided    INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

-- Only that one was raised: what it was is said by phone, at once, to whom it concerns.
CREATE TABLE safety_concern (
  match_id  BLOB NOT NULL REFERENCES match (id),
  entry_key TEXT NOT NULL,
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  voided    INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;
