-- What the school says back to its mentors.

ALTER TABLE student_guardian ADD COLUMN interpreter INTEGER NOT NULL DEFAULT 0;  -- an adult interpreter, never the child
ALTER TABLE student_guardian ADD COLUMN may_text INTEGER;                        -- null: nobody has asked

-- Whom a mentor phones at once when a student may not be safe, in their order.
CREATE TABLE safety_contact (
  school_id BLOB NOT NULL REFERENCES school (id),
  position  INTEGER NOT NULL,
  name      TEXT NOT NULL,
  role      TEXT,
  phone     TEXT NOT NULL,
  PRIMARY KEY (school_id, position)
) STRICT, WITHOUT ROWID;

-- Answers to what mentors asked; the latest is in force. The request itself is a projection, so nothing points to its row.
CREATE TABLE ask_answer (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id  BLOB NOT NULL REFERENCES match (id),
  entry_key TEXT NOT NULL,
  status    TEXT NOT NULL,                        -- `AskStatus::word`
  text      TEXT,
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL,
  seq       INTEGER NOT NULL
) STRICT;
CREATE INDEX ask_answer_by_ask ON ask_answer (match_id, entry_key, id);
CREATE TRIGGER ask_answer_is_not_changed BEFORE UPDATE ON ask_answer
BEGIN SELECT raise(ABORT, 'an answer is never changed, only followed by another'); END;

-- Up to which entry of each phone the team has had a match's entries on a page.
CREATE TABLE seen (
  match_id   BLOB NOT NULL REFERENCES match (id),
  page       TEXT NOT NULL,                       -- `SeenPage::word`
  device_tag TEXT NOT NULL,
  counter    INTEGER NOT NULL,
  seq        INTEGER NOT NULL,
  PRIMARY KEY (match_id, page, device_tag)
) STRICT, WITHOUT ROWID;

-- What other mentors of a student did is looked for by the student.
CREATE INDEX match_by_student ON match (student_id);

-- Phones hold the school's row as the version before this one wrote it: they fetch it again.
INSERT INTO school_log (school_id, seq, what, subject, at) SELECT id, seq + 1, 'settings', NULL, unixepoch() FROM school;
UPDATE school SET seq = seq + 1;
