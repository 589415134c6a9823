SELECT invite.code_hash, invite.commitment, invite.phone_nonce, invite.used_at, invite.refused_at, invite.expires_at,
       device.id, device.serial, mentor.id, mentor.name, school.id, school.name
FROM invite
  JOIN mentor ON mentor.id = invite.mentor_id
  JOIN school ON school.id = mentor.school_id
  LEFT JOIN device ON device.id = invite.device_id
WHERE invite.public_key = ?1 AND invite.wrong_tries < 5
ORDER BY invite.created_at DESC
LIMIT 1
