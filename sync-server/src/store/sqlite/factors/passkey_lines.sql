SELECT credential_id, name, added_at, used_at FROM passkey WHERE staff_id = ?1 ORDER BY added_at, name
