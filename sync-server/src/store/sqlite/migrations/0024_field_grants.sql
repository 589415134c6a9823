-- A field of a student beyond what every mentor's phone gets, for one match: why, by whom, until when (R4).
CREATE TABLE field_grant (
  id         INTEGER PRIMARY KEY,
  match_id   BLOB NOT NULL REFERENCES match (id),
  field      TEXT NOT NULL,
  reason     TEXT NOT NULL,
  from_day   INTEGER NOT NULL,
  until_day  INTEGER NOT NULL CHECK (until_day >= from_day),  -- its last day
  staff_id   BLOB NOT NULL REFERENCES staff (id),             -- who granted it
  at         INTEGER NOT NULL,
  ended_at   INTEGER,                                         -- null: in force
  ended_by   BLOB REFERENCES staff (id),                      -- null: in force, or it ran out
  -- What phones have of it is out of date; the next settling gives it another number of the log.
  stale      INTEGER NOT NULL DEFAULT 0,
  seq        INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX field_grant_in_force ON field_grant (match_id, field) WHERE ended_at IS NULL;
CREATE INDEX field_grant_by_match ON field_grant (match_id);
CREATE INDEX field_grant_by_staff ON field_grant (staff_id);
CREATE INDEX field_grant_by_end ON field_grant (ended_by) WHERE ended_by IS NOT NULL;

-- Indicators have no number of the log of their own, for phones do not get them otherwise.
CREATE TRIGGER indicator_of_a_grant AFTER INSERT ON indicator
WHEN EXISTS (SELECT 1 FROM field_grant WHERE ended_at IS NULL)
BEGIN
  UPDATE field_grant SET stale = 1
  WHERE ended_at IS NULL AND match_id IN (SELECT id FROM match WHERE student_id = NEW.student_id);
  UPDATE school SET settled_day = NULL
  WHERE id IN (SELECT school_id FROM match JOIN field_grant ON field_grant.match_id = match.id
               WHERE match.student_id = NEW.student_id AND field_grant.ended_at IS NULL);
END;
CREATE TRIGGER indicator_of_a_grant_taken_back AFTER UPDATE OF superseded_by ON indicator
WHEN EXISTS (SELECT 1 FROM field_grant WHERE ended_at IS NULL)
BEGIN
  UPDATE field_grant SET stale = 1
  WHERE ended_at IS NULL AND match_id IN (SELECT id FROM match WHERE student_id = NEW.student_id);
  UPDATE school SET settled_day = NULL
  WHERE id IN (SELECT school_id FROM match JOIN field_grant ON field_grant.match_id = match.id
               WHERE match.student_id = NEW.student_id AND field_grant.ended_at IS NULL);
END;
