-- What was granted to this mentor of a student beyond what every phone gets; the school's word.
CREATE TABLE granted_field (
  match_id  BLOB NOT NULL REFERENCES match (id) ON DELETE CASCADE,
  field     TEXT NOT NULL,
  until_day INTEGER NOT NULL,                     -- its last day: no screen shows it after that, with or without a network
  PRIMARY KEY (match_id, field)
) STRICT, WITHOUT ROWID;

-- What stands in it, in its order.
CREATE TABLE granted_line (
  match_id   BLOB NOT NULL,
  field      TEXT NOT NULL,
  position   INTEGER NOT NULL,
  day        INTEGER NOT NULL,
  kind       TEXT,                                -- of an indicator; null: it is none
  text       TEXT,                                -- null: the field has no words
  hundredths INTEGER,                             -- of an indicator
  PRIMARY KEY (match_id, field, position),
  FOREIGN KEY (match_id, field) REFERENCES granted_field (match_id, field) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The version before this one skipped what it did not know of the server's rows: they come again.
UPDATE phone SET cursor = 0;
