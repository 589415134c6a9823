-- Who a mentor is, what makes them clear, and on what basis a phone may hold a student. Everything that says who may
-- see a student is a row that is followed by others and never changed.

-- Matches. ----------------------------------------------------------------------------------------------------

-- The school's own word of a match. Its phones hold it only while granted_seq > 0 AND ended_seq IS NULL, and only
-- `access::settle` sets those two for a match that begins, waits or is taken up again. Never granted: both are 0.
ALTER TABLE match ADD COLUMN status TEXT NOT NULL DEFAULT 'proposed'
  CHECK (status IN ('proposed', 'family_notified', 'active', 'paused', 'closed'));
ALTER TABLE match ADD COLUMN was_active INTEGER NOT NULL DEFAULT 0;  -- 1: began at some time; kept by triggers, counted by reports
ALTER TABLE match ADD COLUMN basis TEXT CHECK (basis IN ('school_official', 'consent'));  -- null: nobody may see the student
ALTER TABLE match ADD COLUMN basis_from INTEGER;        -- first day; null: from the beginning
ALTER TABLE match ADD COLUMN basis_until INTEGER;       -- last day on which it holds; null: no end is known
ALTER TABLE match ADD COLUMN basis_scope TEXT;          -- what the family agreed to, in their words
ALTER TABLE match ADD COLUMN expected_end_day INTEGER;
ALTER TABLE match ADD COLUMN variant TEXT;              -- of the learning agenda
ALTER TABLE match ADD COLUMN stands_in_for BLOB REFERENCES match (id);  -- the match that it substitutes
ALTER TABLE match ADD COLUMN proposed_at INTEGER;

CREATE TRIGGER match_begins AFTER INSERT ON match WHEN NEW.status = 'active'
BEGIN UPDATE match SET was_active = 1 WHERE id = NEW.id; END;
CREATE TRIGGER match_is_activated AFTER UPDATE OF status ON match WHEN NEW.status = 'active' AND NEW.was_active = 0
BEGIN UPDATE match SET was_active = 1 WHERE id = NEW.id; END;

UPDATE match SET status = CASE WHEN end_day IS NULL THEN 'active' ELSE 'closed' END, was_active = 1,
                 basis = 'school_official', basis_from = start_day;

-- Mentors. ----------------------------------------------------------------------------------------------------

-- What `access::settle` found to be missing: `ClearanceGap::word`s with a space between. The mentor's phone says it.
ALTER TABLE mentor ADD COLUMN waits_for TEXT NOT NULL DEFAULT '';

-- The application as it was last written down; each save is a row of its own, the latest is in force.
CREATE TABLE mentor_application (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  mentor_id      BLOB NOT NULL REFERENCES mentor (id),
  name           TEXT NOT NULL,
  kind           TEXT NOT NULL,                   -- `MentorType::word`
  organisation   TEXT,
  contact        TEXT NOT NULL,                   -- a number or an address, as it was given
  languages      TEXT NOT NULL,                   -- in words, with commas between
  interests      TEXT,
  availability   TEXT NOT NULL,                   -- `Availability::word`s with a space between
  capacity       INTEGER NOT NULL,                -- students at one time
  motives        TEXT,
  from_paper_day INTEGER,                         -- the date on the sheet that it was copied from; null: written here
  staff_id       BLOB REFERENCES staff (id),
  at             INTEGER NOT NULL
) STRICT;
CREATE INDEX mentor_application_by_mentor ON mentor_application (mentor_id, id);
CREATE TRIGGER mentor_application_is_not_changed BEFORE UPDATE ON mentor_application
BEGIN SELECT raise(ABORT, 'an application is never changed, only followed by another'); END;

CREATE TABLE mentor_reference (
  application_id INTEGER NOT NULL REFERENCES mentor_application (id),
  position       INTEGER NOT NULL,
  name           TEXT NOT NULL,
  relation       TEXT,
  contact        TEXT,
  PRIMARY KEY (application_id, position)
) STRICT, WITHOUT ROWID;

-- The latest application of each mentor who made one.
CREATE VIEW mentor_profile AS
SELECT mentor_application.* FROM mentor_application
WHERE id = (SELECT max(id) FROM mentor_application AS other WHERE other.mentor_id = mentor_application.mentor_id);

-- What was decided of a mentor: 'paused', 'back' or 'left'; the latest is in force.
CREATE TABLE mentor_decision (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  mentor_id BLOB NOT NULL REFERENCES mentor (id),
  decision  TEXT NOT NULL,
  day       INTEGER NOT NULL,
  reason    TEXT,
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX mentor_decision_by_mentor ON mentor_decision (mentor_id, id);
CREATE TRIGGER mentor_decision_is_not_changed BEFORE UPDATE ON mentor_decision
BEGIN SELECT raise(ABORT, 'a decision is never changed, only followed by another'); END;

-- The result and nothing else: no report, no reason. The latest of a kind is in force.
CREATE TABLE mentor_screening (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  mentor_id  BLOB NOT NULL REFERENCES mentor (id),
  kind       TEXT NOT NULL,                       -- `ScreeningKind::word`
  result     TEXT NOT NULL,                       -- `ScreeningResult::word`
  day        INTEGER NOT NULL,
  through    INTEGER NOT NULL,                    -- the last day on which it holds
  checked_by TEXT NOT NULL,
  staff_id   BLOB REFERENCES staff (id),          -- who wrote it down; null: written by this migration
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX mentor_screening_by_mentor ON mentor_screening (mentor_id, kind, id);
CREATE TRIGGER mentor_screening_is_not_changed BEFORE UPDATE ON mentor_screening
BEGIN SELECT raise(ABORT, 'a screening is never changed, only followed by another'); END;

CREATE TABLE mentor_training (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  mentor_id BLOB NOT NULL REFERENCES mentor (id),
  topic     TEXT NOT NULL,                        -- `TrainingTopic::word`
  minutes   INTEGER NOT NULL,
  day       INTEGER NOT NULL,
  given_by  TEXT,
  staff_id  BLOB REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX mentor_training_by_mentor ON mentor_training (mentor_id, id);
CREATE TRIGGER mentor_training_is_not_changed BEFORE UPDATE ON mentor_training
BEGIN SELECT raise(ABORT, 'a training is never changed, only taken back'); END;

-- A signature under one version of the confidentiality agreement, with what proves which text it was.
CREATE TABLE mentor_agreement (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  mentor_id   BLOB NOT NULL REFERENCES mentor (id),
  version     INTEGER NOT NULL,
  language    TEXT NOT NULL,
  text_hash   BLOB,                               -- sha-256 of the text; null: signed before records were kept
  signed_name TEXT NOT NULL,                      -- as it was typed, or as it stands on the paper
  signed_how  TEXT NOT NULL,                      -- `AgreementSigning::word`
  signed_day  INTEGER NOT NULL,
  through     INTEGER NOT NULL,                   -- the last day on which it holds
  staff_id    BLOB REFERENCES staff (id),
  at          INTEGER NOT NULL
) STRICT;
CREATE INDEX mentor_agreement_by_mentor ON mentor_agreement (mentor_id, id);
CREATE TRIGGER mentor_agreement_is_not_changed BEFORE UPDATE ON mentor_agreement
BEGIN SELECT raise(ABORT, 'a signature is never changed, only followed by another'); END;

CREATE TABLE mentor_document (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  mentor_id BLOB NOT NULL REFERENCES mentor (id),
  document  TEXT NOT NULL,                        -- `MentorDocument::word`
  day       INTEGER NOT NULL,
  staff_id  BLOB REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX mentor_document_by_mentor ON mentor_document (mentor_id, id);
CREATE TRIGGER mentor_document_is_not_changed BEFORE UPDATE ON mentor_document
BEGIN SELECT raise(ABORT, 'an acknowledgement is never changed, only taken back'); END;

-- A row that should never have been written: for the wrong person, say. It stays, and counts no more.
CREATE TABLE mentor_fact_taken_back (
  fact     TEXT NOT NULL CHECK (fact IN ('screening', 'training', 'agreement', 'document')),
  fact_id  INTEGER NOT NULL,
  staff_id BLOB NOT NULL REFERENCES staff (id),
  at       INTEGER NOT NULL,
  PRIMARY KEY (fact, fact_id)
) STRICT, WITHOUT ROWID;

-- The gate. ---------------------------------------------------------------------------------------------------

-- The school day that `access::settle` last ran for; null: before the next answer to a phone it must run. Whoever
-- writes anything that it looks at need not remember to say so.
ALTER TABLE school ADD COLUMN settled_day INTEGER;

CREATE TRIGGER unsettled_by_new_match AFTER INSERT ON match
BEGIN UPDATE school SET settled_day = NULL WHERE id = NEW.school_id; END;
CREATE TRIGGER unsettled_by_match AFTER UPDATE OF status, basis, basis_from, basis_until, end_day, mentor_id ON match
BEGIN UPDATE school SET settled_day = NULL WHERE id = NEW.school_id; END;
CREATE TRIGGER unsettled_by_mentor AFTER INSERT ON mentor
BEGIN UPDATE school SET settled_day = NULL WHERE id = NEW.school_id; END;
CREATE TRIGGER unsettled_by_application AFTER INSERT ON mentor_application
BEGIN UPDATE school SET settled_day = NULL WHERE id = (SELECT school_id FROM mentor WHERE id = NEW.mentor_id); END;
CREATE TRIGGER unsettled_by_decision AFTER INSERT ON mentor_decision
BEGIN UPDATE school SET settled_day = NULL WHERE id = (SELECT school_id FROM mentor WHERE id = NEW.mentor_id); END;
CREATE TRIGGER unsettled_by_screening AFTER INSERT ON mentor_screening
BEGIN UPDATE school SET settled_day = NULL WHERE id = (SELECT school_id FROM mentor WHERE id = NEW.mentor_id); END;
CREATE TRIGGER unsettled_by_training AFTER INSERT ON mentor_training
BEGIN UPDATE school SET settled_day = NULL WHERE id = (SELECT school_id FROM mentor WHERE id = NEW.mentor_id); END;
CREATE TRIGGER unsettled_by_agreement AFTER INSERT ON mentor_agreement
BEGIN UPDATE school SET settled_day = NULL WHERE id = (SELECT school_id FROM mentor WHERE id = NEW.mentor_id); END;
CREATE TRIGGER unsettled_by_taking_back AFTER INSERT ON mentor_fact_taken_back
BEGIN UPDATE school SET settled_day = NULL; END;
CREATE TRIGGER unsettled_by_setting AFTER INSERT ON setting
BEGIN UPDATE school SET settled_day = NULL; END;

-- Who mentored before there was a gate keeps working, for as long as a new entry of today would hold.
INSERT INTO mentor_screening (mentor_id, kind, result, day, through, checked_by, at)
SELECT mentor.id, kind, 'clear', unixepoch() / 86400, unixepoch() / 86400 + 364, 'before records were kept', unixepoch()
FROM mentor, (SELECT 'background' AS kind UNION ALL SELECT 'suitability');
INSERT INTO mentor_training (mentor_id, topic, minutes, day, given_by, at)
SELECT mentor.id, topic, 0, unixepoch() / 86400, 'before records were kept', unixepoch()
FROM mentor, (SELECT 'first_training' AS topic UNION ALL SELECT 'confidentiality' UNION ALL SELECT 'duty_to_report');
INSERT INTO mentor_agreement (mentor_id, version, language, signed_name, signed_how, signed_day, through, at)
SELECT id, 1, 'en', 'before records were kept', 'earlier', unixepoch() / 86400, unixepoch() / 86400 + 364, unixepoch()
FROM mentor;
