SELECT credential_id, staff_id, name, host, credential FROM passkey WHERE staff_id = ?1 AND host = ?2 ORDER BY added_at
