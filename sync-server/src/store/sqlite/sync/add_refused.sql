INSERT INTO quarantine (match_id, hash, device_id, code, bytes, received_at)
VALUES (:match_id, :hash, :device_id, :code, :bytes, :at)
ON CONFLICT DO NOTHING
