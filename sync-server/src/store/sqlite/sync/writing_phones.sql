SELECT device.id, device.serial, coalesce((SELECT max(generation) FROM actor WHERE device_id = device.id), 0)
FROM device JOIN mentor ON mentor.id = device.mentor_id
WHERE mentor.school_id = :school_id AND mentor.id = :mentor_id
ORDER BY device.serial DESC
