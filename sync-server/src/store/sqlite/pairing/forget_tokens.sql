-- Those that have run out, and the long-lived one of an app of before.
DELETE FROM device_token WHERE device_id = ?1 AND (expires_at <= ?2 OR expires_at > ?3)
