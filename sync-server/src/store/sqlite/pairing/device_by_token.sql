SELECT device.id, mentor.id, mentor.school_id, device.serial
FROM device JOIN mentor ON mentor.id = device.mentor_id
WHERE device.token_hash = ?1 AND device.revoked_at IS NULL
