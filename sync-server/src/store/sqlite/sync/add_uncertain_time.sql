-- What a restored server is told again stays as it was first told.
INSERT OR IGNORE INTO uncertain_time (match_id, entry_key, device_id, received_at)
VALUES (:match_id, :entry_key, :device_id, :at)
