-- What a phone brought after it was shut out because its mentor had left. It passed the gate like everything else and counts
-- like everything else; but nobody can ask the mentor about it any more, so somebody of the school looks at it. Rows of
-- projections cannot say so: they are written again from records, which do not know how they came.
CREATE TABLE handed_in (
  id          INTEGER PRIMARY KEY,                -- in the order in which they came
  match_id    BLOB NOT NULL REFERENCES match (id),
  hash        BLOB NOT NULL,                      -- of the change that says it
  kind        TEXT NOT NULL,                      -- of the entry; or void, calendar_mark
  day         INTEGER NOT NULL,                   -- that it is about, days since 1970-01-01
  entry_key   TEXT,                               -- of the entry, or of the one that it takes back; null: a day of the calendar
  device_id   BLOB NOT NULL REFERENCES device (id),
  received_at INTEGER NOT NULL,
  looked_at   INTEGER,                            -- null: by nobody yet
  looked_by   BLOB REFERENCES staff (id),
  UNIQUE (match_id, hash)
) STRICT;
CREATE INDEX handed_in_by_entry ON handed_in (match_id, entry_key);
CREATE INDEX handed_in_by_device ON handed_in (device_id);
CREATE INDEX handed_in_by_staff ON handed_in (looked_by) WHERE looked_by IS NOT NULL;
CREATE INDEX handed_in_to_look_at ON handed_in (id) WHERE looked_at IS NULL;
