-- From the few that wait to their phones: nobody walks through the phones of the district.
SELECT DISTINCT mentor.name
FROM handed_in
CROSS JOIN device ON device.id = handed_in.device_id
CROSS JOIN mentor ON mentor.id = device.mentor_id
WHERE handed_in.looked_at IS NULL AND mentor.school_id = ?1
ORDER BY mentor.name
