-- From the few that were refused to their phones: nobody walks through the phones of the district.
SELECT mentor.id, mentor.name, quarantine.code, quarantine.received_at
FROM quarantine
CROSS JOIN device ON device.id = quarantine.device_id
CROSS JOIN mentor ON mentor.id = device.mentor_id
WHERE mentor.school_id = ?1
ORDER BY quarantine.received_at DESC, mentor.name
LIMIT 500
