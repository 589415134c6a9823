-- Rows of devices are never deleted, and after a restore the least serial leaves room for those that the backup lacks:
-- so the next serial was never given out before.
INSERT INTO device (serial, id, mentor_id, public_key, token_hash, platform, app_version, paired_at)
SELECT max(at_least, coalesce((SELECT max(serial) FROM device), 0) + 1), ?1, ?2, ?3, ?1, ?4, ?5, ?6
FROM device_serial
RETURNING serial
