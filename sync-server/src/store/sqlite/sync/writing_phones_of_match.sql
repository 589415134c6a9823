SELECT device.id, device.serial, coalesce((SELECT max(generation) FROM actor WHERE device_id = device.id), 0)
FROM device JOIN match ON match.mentor_id = device.mentor_id
WHERE match.id = :match_id
