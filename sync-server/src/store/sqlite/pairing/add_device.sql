-- Rows of devices are never deleted, so the next serial was never given out before.
INSERT INTO device (id, mentor_id, public_key, token_hash, platform, app_version, paired_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
RETURNING serial
