-- What was told before, and is told again to a restored server, stays as it was first told.
INSERT OR IGNORE INTO handed_in (match_id, hash, kind, day, entry_key, device_id, received_at)
VALUES (:match_id, :hash, :kind, :day, :entry_key, :device_id, :at)
