-- Entries whose moment is not certain: the phone's clock and the server's were more than a day apart when they came.
-- Rows of projections cannot say so: they are written again from records, which know nothing of clocks.
CREATE TABLE uncertain_time (
  match_id    BLOB NOT NULL REFERENCES match (id),
  entry_key   TEXT NOT NULL,
  device_id   BLOB NOT NULL REFERENCES device (id), -- which brought it
  received_at INTEGER NOT NULL,
  PRIMARY KEY (match_id, entry_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX uncertain_time_by_device ON uncertain_time (device_id, received_at);
