-- The server's first tables. Ids are 16 bytes (uuid v4), days are days since 1970-01-01 in the school's zone,
-- moments are seconds since 1970-01-01 UTC. `seq` is the number that the school's log gave to the transaction
-- which last touched the row: a phone asks for what lies above its cursor.

-- Reference data: one writer, the server. ---------------------------------------------------------------------

CREATE TABLE school (
  id                 BLOB PRIMARY KEY,
  sis_id             TEXT NOT NULL UNIQUE,        -- the export's own key; never leaves the server
  name               TEXT NOT NULL,
  time_zone          TEXT NOT NULL,               -- IANA name
  bell_minute        INTEGER,                     -- minutes since midnight; null until staff set it
  negative_reporting INTEGER NOT NULL DEFAULT 1,  -- 1: present on an instructional day unless the record says otherwise
  recorded_through   INTEGER,                     -- last day that the imported attendance covers; null before the first import
  log_id             BLOB NOT NULL,               -- 8 random bytes; another value means another log, and phones start over
  seq                INTEGER NOT NULL DEFAULT 0   -- the last number that was given out
) STRICT;

CREATE TABLE school_log (
  school_id BLOB NOT NULL REFERENCES school (id),
  seq       INTEGER NOT NULL,
  what      TEXT NOT NULL,                        -- 'changes', 'match', 'attendance', ... : for people who read the log
  subject   BLOB,                                 -- the match or student concerned, when it is one
  at        INTEGER NOT NULL,
  PRIMARY KEY (school_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_day (
  school_id BLOB NOT NULL REFERENCES school (id),
  day       INTEGER NOT NULL,
  day_type  TEXT NOT NULL,
  seq       INTEGER NOT NULL,
  PRIMARY KEY (school_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE student (
  id             BLOB PRIMARY KEY,
  sis_id         TEXT NOT NULL UNIQUE,
  given_name     TEXT NOT NULL,
  middle_name    TEXT,
  family_name    TEXT NOT NULL,
  preferred_name TEXT,
  birth_day      INTEGER,
  grade          TEXT,
  active         INTEGER NOT NULL DEFAULT 1,      -- 0: withdrawn by an import; never deleted by one
  seq            INTEGER NOT NULL                 -- of the school that the student was last enrolled in
) STRICT;

CREATE TABLE enrollment (
  student_id BLOB NOT NULL REFERENCES student (id),
  school_id  BLOB NOT NULL REFERENCES school (id),
  entry_day  INTEGER NOT NULL,
  exit_day   INTEGER,                             -- first day no longer enrolled: [entry, exit); null: still enrolled
  seq        INTEGER NOT NULL,
  PRIMARY KEY (student_id, school_id, entry_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX enrollment_by_school ON enrollment (school_id);

CREATE TABLE guardian (
  id          BLOB PRIMARY KEY,
  sis_id      TEXT NOT NULL UNIQUE,
  given_name  TEXT NOT NULL,
  family_name TEXT NOT NULL,
  phone       TEXT,                               -- null: no usable number
  language    TEXT,
  active      INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE student_guardian (
  student_id   BLOB NOT NULL REFERENCES student (id),
  guardian_id  BLOB NOT NULL REFERENCES guardian (id),
  relation     TEXT,
  is_primary   INTEGER NOT NULL DEFAULT 0,
  lives_with   INTEGER NOT NULL DEFAULT 0,
  is_emergency INTEGER NOT NULL DEFAULT 0,
  priority     INTEGER,
  restrictions TEXT,                              -- shown before any call button
  active       INTEGER NOT NULL DEFAULT 1,
  seq          INTEGER NOT NULL,
  PRIMARY KEY (student_id, guardian_id)
) STRICT, WITHOUT ROWID;

-- Official attendance keeps its history: a correction is a new row that the old one points to.
CREATE TABLE attendance_event (
  id            INTEGER PRIMARY KEY,
  student_id    BLOB NOT NULL REFERENCES student (id),
  school_id     BLOB NOT NULL REFERENCES school (id),
  day           INTEGER NOT NULL,
  status        TEXT NOT NULL,
  missed_halves INTEGER NOT NULL,
  reason        TEXT,
  batch_id      INTEGER NOT NULL REFERENCES import_batch (id),
  superseded_by INTEGER REFERENCES attendance_event (id),  -- null: this is what the school says now
  seq           INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX attendance_now ON attendance_event (student_id, school_id, day) WHERE superseded_by IS NULL;
CREATE INDEX attendance_by_day ON attendance_event (school_id, day) WHERE superseded_by IS NULL;

CREATE TABLE import_batch (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,                       -- 'oneroster', 'attendance', 'calendar'
  digest     BLOB NOT NULL,                       -- sha-256 of what was read
  rows_read  INTEGER NOT NULL,
  changes    INTEGER NOT NULL,                    -- rows added, corrected or withdrawn
  problems   INTEGER NOT NULL,
  applied_at INTEGER NOT NULL
) STRICT;

-- People who sign in, and phones that are paired. -------------------------------------------------------------

CREATE TABLE staff (
  id            BLOB PRIMARY KEY,
  school_id     BLOB NOT NULL REFERENCES school (id),
  login         TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name          TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('coordinator', 'team')),
  password_hash TEXT NOT NULL,                    -- argon2id, PHC string
  created_at    INTEGER NOT NULL,
  disabled_at   INTEGER
) STRICT;

CREATE TABLE session (
  token_hash   BLOB PRIMARY KEY,                  -- sha-256 of the cookie's value
  staff_id     BLOB NOT NULL REFERENCES staff (id),
  form_token   TEXT NOT NULL,                     -- second line against forged forms
  created_at   INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mentor (
  id        BLOB PRIMARY KEY,
  school_id BLOB NOT NULL REFERENCES school (id),
  name      TEXT NOT NULL,
  added_at  INTEGER NOT NULL,
  seq       INTEGER NOT NULL
) STRICT;

CREATE TABLE match (
  id            BLOB PRIMARY KEY,                 -- also the id of its match record
  school_id     BLOB NOT NULL REFERENCES school (id),
  student_id    BLOB NOT NULL REFERENCES student (id),
  mentor_id     BLOB NOT NULL REFERENCES mentor (id),
  start_day     INTEGER NOT NULL,
  end_day       INTEGER,                          -- first day without access; null: active
  wake_up_calls INTEGER NOT NULL DEFAULT 0,
  rationale     TEXT,
  granted_seq   INTEGER NOT NULL,                 -- a cursor below this has not seen the student yet
  ended_seq     INTEGER,                          -- a cursor below this still holds the student
  ended_at      INTEGER,
  end_reason    TEXT,                             -- why, as the coordinator chose it; null: active
  seq           INTEGER NOT NULL
) STRICT;
CREATE INDEX match_by_mentor ON match (mentor_id);
CREATE INDEX match_by_school ON match (school_id);
CREATE UNIQUE INDEX match_active_once ON match (student_id, mentor_id) WHERE end_day IS NULL;

CREATE TABLE invite (
  code_hash  BLOB PRIMARY KEY,                    -- sha-256; the code itself is shown once and not kept
  mentor_id  BLOB NOT NULL REFERENCES mentor (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  serial       INTEGER PRIMARY KEY,               -- its tag in base 36; never given out twice
  id           BLOB NOT NULL UNIQUE,
  mentor_id    BLOB NOT NULL REFERENCES mentor (id),
  public_key   BLOB NOT NULL,                     -- Ed25519
  token_hash   BLOB NOT NULL UNIQUE,              -- sha-256
  platform     TEXT NOT NULL,
  app_version  TEXT NOT NULL,
  paired_at    INTEGER NOT NULL,
  last_sync_at INTEGER,                           -- null: never heard from
  revoked_at   INTEGER
) STRICT;
CREATE INDEX device_by_mentor ON device (mentor_id);

-- Match records: many writers, who are offline. ---------------------------------------------------------------

-- Which phone writes under an Automerge actor: one actor per installation generation.
CREATE TABLE actor (
  actor      BLOB PRIMARY KEY,
  device_id  BLOB NOT NULL REFERENCES device (id),
  generation INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  school_id   BLOB NOT NULL REFERENCES school (id),
  seq         INTEGER NOT NULL,                   -- one number for all changes of one push
  position    INTEGER NOT NULL,                   -- their order within it
  match_id    BLOB NOT NULL REFERENCES match (id),
  hash        BLOB NOT NULL,
  actor       BLOB NOT NULL,
  actor_seq   INTEGER NOT NULL,
  max_op      INTEGER NOT NULL,                   -- the next change's start_op must be one more than its parents'
  device_id   BLOB NOT NULL REFERENCES device (id),
  bytes       BLOB NOT NULL,                      -- the canonical chunk, as it hashes
  received_at INTEGER NOT NULL,
  late        INTEGER NOT NULL DEFAULT 0,         -- 1: arrived after the match had ended
  PRIMARY KEY (match_id, hash)
) STRICT;
CREATE UNIQUE INDEX change_once_per_actor ON change (match_id, actor, actor_seq);
CREATE INDEX change_by_seq ON change (match_id, seq);

-- What the gate refused: kept for the coordinator, never relayed.
CREATE TABLE quarantine (
  match_id    BLOB NOT NULL,
  hash        BLOB NOT NULL,
  device_id   BLOB NOT NULL REFERENCES device (id),
  code        TEXT NOT NULL,
  bytes       BLOB NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (match_id, hash, device_id)
) STRICT;

-- Projections of the match records: dropped and rebuilt to the same rows. --------------------------------------

CREATE TABLE contact (
  match_id  BLOB NOT NULL REFERENCES match (id),
  entry_key TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('wake_up_call', 'one_on_one')),
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,                     -- as the phone's clock claimed
  outcome   TEXT,                                 -- of a call
  minutes   INTEGER,                              -- of a one-on-one
  voided    INTEGER NOT NULL DEFAULT 0,
  late      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_by_day ON contact (match_id, day);

CREATE TABLE door_check (
  match_id  BLOB NOT NULL REFERENCES match (id),
  entry_key TEXT NOT NULL,
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  result    TEXT NOT NULL,
  voided    INTEGER NOT NULL DEFAULT 0,
  late      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX door_check_by_day ON door_check (match_id, day);

CREATE TABLE calendar_mark (
  match_id BLOB NOT NULL REFERENCES match (id),
  day      INTEGER NOT NULL,
  mark     TEXT NOT NULL,                         -- two rows of one day: two phones disagreed, both are kept
  PRIMARY KEY (match_id, day, mark)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  match_id  BLOB NOT NULL REFERENCES match (id),
  entry_key TEXT NOT NULL,
  day       INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  text      TEXT NOT NULL,
  audience  TEXT NOT NULL,
  voided    INTEGER NOT NULL DEFAULT 0,
  late      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;

-- Who looked at what (FERPA; `domain.md` R9). Append-only.
CREATE TABLE access_event (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  staff_id   BLOB,
  device_id  BLOB,
  what       TEXT NOT NULL,
  student_id BLOB,
  school_id  BLOB
) STRICT;
