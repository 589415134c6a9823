SELECT mentor.id, mentor.school_id, device.platform, device.first_lease_at
FROM device JOIN mentor ON mentor.id = device.mentor_id
WHERE device.id = ?1
