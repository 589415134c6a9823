-- A student of another school is opened with a reason, for some hours, by somebody who has no need to know of them on
-- other days; that school is told. What was done meanwhile stands in the record of access.
CREATE TABLE broken_glass (
  id         INTEGER PRIMARY KEY,
  staff_id   BLOB NOT NULL REFERENCES staff (id),
  student_id BLOB NOT NULL REFERENCES student (id),
  school_id  BLOB NOT NULL REFERENCES school (id),   -- where the student is enrolled, which is told
  reason     TEXT NOT NULL,
  from_at    INTEGER NOT NULL,
  until_at   INTEGER NOT NULL CHECK (until_at > from_at AND until_at <= from_at + 86400),
  mended_at  INTEGER                                  -- when it was closed before its time; null: it ran out
) STRICT;
CREATE INDEX broken_glass_by_school ON broken_glass (school_id, from_at);
CREATE INDEX broken_glass_by_staff ON broken_glass (staff_id, from_at);
CREATE INDEX broken_glass_by_student ON broken_glass (student_id);

-- To whom a student's record was given who is neither the family nor a school official (34 CFR 99.32). Kept with the record.
CREATE TABLE record_disclosure (
  id         INTEGER PRIMARY KEY,
  student_id BLOB NOT NULL REFERENCES student (id),
  school_id  BLOB NOT NULL REFERENCES school (id),
  staff_id   BLOB NOT NULL REFERENCES staff (id),     -- who gave it
  at         INTEGER NOT NULL,
  purpose    TEXT NOT NULL,
  format     TEXT NOT NULL,
  recipient  TEXT NOT NULL
) STRICT;
CREATE INDEX record_disclosure_by_student ON record_disclosure (student_id);
CREATE TRIGGER record_disclosure_is_never_changed BEFORE UPDATE ON record_disclosure
BEGIN SELECT raise(ABORT, 'a disclosure is never changed'); END;
CREATE TRIGGER record_disclosure_is_never_removed BEFORE DELETE ON record_disclosure
BEGIN SELECT raise(ABORT, 'a disclosure is never removed'); END;
