DELETE FROM passkey WHERE staff_id = ?1
