-- Help for students that somebody else gives, where it is to be had, and what families add to a record.

-- Where help is to be had. Each save is a row of its own; the latest of a resource is in force.
CREATE TABLE resource_version (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  resource_id  BLOB NOT NULL,
  school_id    BLOB NOT NULL REFERENCES school (id),
  name         TEXT NOT NULL,
  factors      TEXT NOT NULL,                     -- `BarrierFactor::word`s with a space between
  eligibility  TEXT,                              -- for whom; null: for everybody
  hours        TEXT,
  phone        TEXT,
  verified_day INTEGER,                           -- somebody called and it was so; null: nobody has yet
  retired      INTEGER NOT NULL,                  -- 1: no longer offered; referrals to it stay
  staff_id     BLOB NOT NULL REFERENCES staff (id),
  at           INTEGER NOT NULL
) STRICT;
CREATE INDEX resource_version_by_school ON resource_version (school_id, resource_id, id);
CREATE TRIGGER resource_version_is_not_changed BEFORE UPDATE ON resource_version
BEGIN SELECT raise(ABORT, 'a resource is never changed, only followed by another version'); END;

CREATE TABLE referral (
  id          BLOB PRIMARY KEY,
  school_id   BLOB NOT NULL REFERENCES school (id),
  student_id  BLOB NOT NULL REFERENCES student (id),
  kind        TEXT NOT NULL,                      -- `ReferralKind::word`
  resource_id BLOB,                               -- null: `to_text` says to whom
  to_text     TEXT NOT NULL,                      -- the resource's name on that day, or what was written
  urgency     TEXT NOT NULL,
  reason      TEXT,
  match_id    BLOB,                               -- the request that it answers; a projection, so its row is not pointed to
  entry_key   TEXT,
  staff_id    BLOB NOT NULL REFERENCES staff (id),
  at          INTEGER NOT NULL
) STRICT;
CREATE INDEX referral_by_school ON referral (school_id, student_id);
CREATE TRIGGER referral_is_not_changed BEFORE UPDATE ON referral
BEGIN SELECT raise(ABORT, 'a referral is never changed, only taken a step further'); END;

-- What can change of a referral, whole in each row; the latest is in force.
CREATE TABLE referral_step (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  referral_id BLOB NOT NULL REFERENCES referral (id),
  status      TEXT NOT NULL,
  consent     TEXT NOT NULL,
  outcome     TEXT,                               -- null while it is open
  owner_id    BLOB NOT NULL REFERENCES staff (id),
  due_day     INTEGER,
  note        TEXT,
  staff_id    BLOB NOT NULL REFERENCES staff (id),
  at          INTEGER NOT NULL
) STRICT;
CREATE INDEX referral_step_by_referral ON referral_step (referral_id, id);
CREATE TRIGGER referral_step_is_not_changed BEFORE UPDATE ON referral_step
BEGIN SELECT raise(ABORT, 'a step is never changed, only followed by another'); END;

-- What a family wants to have read together with the record (34 CFR 99.21). The record itself stays as it is.
CREATE TABLE amendment (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  student_id BLOB NOT NULL REFERENCES student (id),
  school_id  BLOB NOT NULL REFERENCES school (id),
  day        INTEGER NOT NULL,                    -- when it was handed in
  asked_by   TEXT NOT NULL,
  text       TEXT NOT NULL,
  staff_id   BLOB NOT NULL REFERENCES staff (id),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX amendment_by_student ON amendment (student_id, school_id);
CREATE TRIGGER amendment_is_not_changed BEFORE UPDATE ON amendment
BEGIN SELECT raise(ABORT, 'an amendment is never changed'); END;

CREATE INDEX access_event_by_student ON access_event (student_id) WHERE student_id IS NOT NULL;
