SELECT device.id, device.serial, platform, paired_at, last_sync_at, revoked_at, leaving, handed_in, wiped_at,
       (SELECT count(*) FROM uncertain_time WHERE device_id = device.id),
       (SELECT max(received_at) FROM uncertain_time WHERE device_id = device.id)
FROM device JOIN mentor ON mentor.id = device.mentor_id
WHERE mentor.school_id = ?1 AND mentor.id = ?2
ORDER BY device.serial DESC
