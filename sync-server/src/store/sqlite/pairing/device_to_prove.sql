SELECT device.id, mentor.id, mentor.school_id, device.serial, device.public_key, device.revoked_at, device.leaving
FROM device JOIN mentor ON mentor.id = device.mentor_id
WHERE device.id = ?1
