-- What both sides compare at each sync, and what a server that was restored must not forget.

-- The canonical hash of each match record, written in the transaction that stores its changes. A row that is missing or
-- shows another version than the newest change is computed when it is asked for.
CREATE TABLE record_hash (
  match_id BLOB PRIMARY KEY REFERENCES match (id) ON DELETE CASCADE,
  version  INTEGER NOT NULL,                      -- the log's number of the newest change that it covers
  hash     BLOB NOT NULL,
  checked  INTEGER                                -- the day on which the stored changes were last read through; null: never
) STRICT, WITHOUT ROWID;

-- The least serial that the next phone gets. After a restore it leaves room for the phones that were paired since the
-- backup: their tags must not be given out again.
CREATE TABLE device_serial (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  at_least INTEGER NOT NULL
) STRICT;
INSERT INTO device_serial (id, at_least) VALUES (1, 1);

-- Asked for at every push: under which generations has this phone written?
CREATE INDEX actor_by_device ON actor (device_id);
