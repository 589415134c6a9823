SELECT mentor.id, mentor.school_id, device.platform
FROM device JOIN mentor ON mentor.id = device.mentor_id
WHERE device.id = ?1
