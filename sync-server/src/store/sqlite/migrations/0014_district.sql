-- The district: the figures of its months, what it and its schools say of themselves, what is tried, and what left the
-- house and on what agreement. Everything here is only ever added to; the latest is in force.

-- The figures of a month as they were first read: whoever reads them later reads the same.
CREATE TABLE district_month (
  report      TEXT NOT NULL,
  as_of       INTEGER NOT NULL,                   -- the month's last day
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id),
  PRIMARY KEY (report, as_of)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER district_month_is_not_changed BEFORE UPDATE ON district_month
BEGIN SELECT raise(ABORT, 'the figures of a month are never made anew'); END;

-- The captain's look at the five supports: a row a support, all of one save with one day.
CREATE TABLE self_check (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  day      INTEGER NOT NULL,
  support  TEXT NOT NULL,                         -- `DistrictSupport::word`
  standing TEXT NOT NULL,                         -- `SupportStanding::word`
  note     TEXT,
  staff_id BLOB NOT NULL REFERENCES staff (id),
  at       INTEGER NOT NULL
) STRICT;
CREATE TRIGGER self_check_is_not_changed BEFORE UPDATE ON self_check
BEGIN SELECT raise(ABORT, 'a self-check is never changed, only followed by another'); END;

CREATE TABLE readiness (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id BLOB NOT NULL REFERENCES school (id),
  day       INTEGER NOT NULL,
  question  TEXT NOT NULL,                        -- `ReadinessQuestion::word`
  answer    TEXT NOT NULL,                        -- `ReadinessAnswer::word`
  note      TEXT,
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX readiness_by_school ON readiness (school_id, question, id);
CREATE TRIGGER readiness_is_not_changed BEFORE UPDATE ON readiness
BEGIN SELECT raise(ABORT, 'an answer is never changed, only followed by another'); END;

-- What a month taught, in the team's words and without names.
CREATE TABLE reflection (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  school_id BLOB NOT NULL REFERENCES school (id),
  month_day INTEGER NOT NULL,                     -- the month's last day
  prompt    TEXT NOT NULL,                        -- `ReflectionPrompt::word`
  text      TEXT NOT NULL,                        -- empty: what stood there is taken back
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE INDEX reflection_by_month ON reflection (month_day, school_id, id);
CREATE TRIGGER reflection_is_not_changed BEFORE UPDATE ON reflection
BEGIN SELECT raise(ABORT, 'a reflection is never changed, only followed by another'); END;

-- What a match was said to try, and when; `match.variant` holds the latest.
CREATE TABLE variant_mark (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id BLOB NOT NULL REFERENCES match (id),
  variant  TEXT,                                  -- null: nothing in particular any more
  staff_id BLOB NOT NULL REFERENCES staff (id),
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX variant_mark_by_match ON variant_mark (match_id, id);
CREATE TRIGGER variant_mark_is_not_changed BEFORE UPDATE ON variant_mark
BEGIN SELECT raise(ABORT, 'what a match tries is never changed, only followed by another mark'); END;

-- On what agreement aggregates leave the district. No file without one that holds on its day.
CREATE TABLE sharing_agreement (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  partner   TEXT NOT NULL,
  purpose   TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day  INTEGER NOT NULL,                     -- the partner destroys what it got by then
  staff_id  BLOB NOT NULL REFERENCES staff (id),
  at        INTEGER NOT NULL
) STRICT;
CREATE TRIGGER sharing_agreement_is_not_changed BEFORE UPDATE ON sharing_agreement
BEGIN SELECT raise(ABORT, 'an agreement is never changed, only ended and followed by another'); END;

CREATE TABLE sharing_agreement_end (
  agreement_id INTEGER PRIMARY KEY REFERENCES sharing_agreement (id),
  day          INTEGER NOT NULL,                  -- the first day on which it no longer holds
  reason       TEXT,
  staff_id     BLOB NOT NULL REFERENCES staff (id),
  at           INTEGER NOT NULL
) STRICT;
CREATE TRIGGER sharing_agreement_end_is_not_changed BEFORE UPDATE ON sharing_agreement_end
BEGIN SELECT raise(ABORT, 'an end is never changed'); END;

-- What was given to whom outside of the schools (34 CFR 99.32; `domain.md` R10).
CREATE TABLE disclosure (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES sharing_agreement (id),
  school_id    BLOB REFERENCES school (id),       -- null: of the whole district
  as_of        INTEGER NOT NULL,
  face         TEXT NOT NULL CHECK (face IN ('csv', 'json')),
  digest       BLOB NOT NULL,                     -- sha-256 of the bytes that were given out
  staff_id     BLOB NOT NULL REFERENCES staff (id),
  at           INTEGER NOT NULL
) STRICT;
CREATE TRIGGER disclosure_is_not_changed BEFORE UPDATE ON disclosure
BEGIN SELECT raise(ABORT, 'a disclosure is never changed'); END;
CREATE TRIGGER disclosure_is_not_removed BEFORE DELETE ON disclosure
BEGIN SELECT raise(ABORT, 'a disclosure is never removed'); END;

-- The auditor reads the record of access by person, by what was done, and by day.
CREATE INDEX access_event_by_staff ON access_event (staff_id, id) WHERE staff_id IS NOT NULL;
CREATE INDEX access_event_by_day ON access_event (at);
CREATE INDEX access_event_by_what ON access_event (what, id);
