-- Shut out from the start, under a key and a token that nobody has: only its changes are taken.
INSERT INTO device (serial, id, mentor_id, public_key, token_hash, platform, app_version, paired_at, revoked_at)
VALUES (:serial, :device_id, :mentor_id, zeroblob(32), randomblob(32), 'before the restore', '', :at, :at)
ON CONFLICT DO NOTHING
