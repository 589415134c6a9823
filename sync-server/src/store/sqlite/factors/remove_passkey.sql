DELETE FROM passkey WHERE staff_id = ?1 AND credential_id = ?2
