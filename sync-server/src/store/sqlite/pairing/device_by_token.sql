SELECT device.id, mentor.id, mentor.school_id, device.serial
FROM device_token
  JOIN device ON device.id = device_token.device_id
  JOIN mentor ON mentor.id = device.mentor_id
WHERE device_token.token_hash = ?1 AND device_token.expires_at > ?2 AND device.revoked_at IS NULL
