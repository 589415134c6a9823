-- Of a match that was erased nothing is kept, not even what was refused.
INSERT INTO quarantine (match_id, hash, device_id, code, bytes, received_at)
SELECT :match_id, :hash, :device_id, :code, :bytes, :at
WHERE NOT EXISTS (SELECT 1 FROM erased_match WHERE id = :match_id)
ON CONFLICT DO NOTHING
