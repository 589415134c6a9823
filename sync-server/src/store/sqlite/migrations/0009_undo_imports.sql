-- What the last import found, so that it can be undone.

ALTER TABLE import_batch ADD COLUMN school_id BLOB REFERENCES school (id);      -- null: it may hold rows of every school
ALTER TABLE import_batch ADD COLUMN undoes INTEGER REFERENCES import_batch (id); -- null: an import, and no undoing of one
ALTER TABLE import_batch ADD COLUMN can_be_undone INTEGER NOT NULL DEFAULT 0;    -- 1: what it found was written down
CREATE INDEX import_batch_undoes ON import_batch (undoes) WHERE undoes IS NOT NULL;

-- A row as it was before an import touched it. Attendance and indicators are not here: they keep their own history.
-- Removed with the next import that changes something of the same school, so that no old name lies about.
CREATE TABLE import_before (
  id       INTEGER PRIMARY KEY,                    -- in the order of touching; undone backwards
  batch_id INTEGER NOT NULL,                       -- no reference: the import is numbered at its end
  noun     TEXT NOT NULL,
  key      BLOB NOT NULL,                          -- the student, guardian, school or match
  key2     BLOB,                                   -- of a link the guardian; of enrollment and match the school
  day      INTEGER,                                -- of a calendar day; of an enrollment its entry day after the import
  before   TEXT                                    -- JSON; null: it was not there
) STRICT;
CREATE INDEX import_before_by_batch ON import_before (batch_id, noun);

-- What a mark took the place of is looked for when an import is undone.
CREATE INDEX attendance_superseded ON attendance_event (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX indicator_superseded ON indicator (superseded_by) WHERE superseded_by IS NOT NULL;
