UPDATE authenticator SET last_step = ?2 WHERE staff_id = ?1 AND last_step < ?2
