-- Not for a phone that was shut out meanwhile.
INSERT INTO device_token (token_hash, device_id, expires_at)
SELECT ?1, id, ?3 FROM device WHERE id = ?2 AND revoked_at IS NULL
