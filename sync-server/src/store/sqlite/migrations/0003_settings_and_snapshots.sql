-- The rules that a district or one of its schools chose, and the reports that were kept as they were given out.

-- Append-only: what was said and when stays readable, and a figure of last year can be recomputed by last year's rules.
CREATE TABLE setting (
  version   INTEGER PRIMARY KEY AUTOINCREMENT,    -- counts over all scopes; the rule version that reports name
  school_id BLOB REFERENCES school (id),          -- null: the whole district
  key       TEXT NOT NULL,
  value     TEXT,                                 -- null: back to the district's value, or to the default
  from_day  INTEGER,                              -- reports as of this day and later follow it; null: all of them
  set_at    INTEGER NOT NULL,
  set_by    TEXT NOT NULL
) STRICT;
CREATE TRIGGER setting_is_not_changed BEFORE UPDATE ON setting
BEGIN SELECT raise(ABORT, 'a setting is never changed, only followed by another'); END;
CREATE TRIGGER setting_is_not_removed BEFORE DELETE ON setting
BEGIN SELECT raise(ABORT, 'a setting is never removed, only followed by another'); END;

CREATE TABLE snapshot (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  report       TEXT NOT NULL,
  school_id    BLOB REFERENCES school (id),       -- null: of the whole district
  as_of        INTEGER NOT NULL,
  rule_version INTEGER NOT NULL,
  inputs       BLOB NOT NULL,                     -- sha-256 of the facts and rules that it was made from
  json         BLOB NOT NULL,                     -- the bytes as they were given out
  csv          BLOB NOT NULL,
  frozen_at    INTEGER NOT NULL,
  frozen_by    TEXT NOT NULL
) STRICT;
CREATE TRIGGER snapshot_is_not_changed BEFORE UPDATE ON snapshot
BEGIN SELECT raise(ABORT, 'a frozen report is never changed'); END;
