DELETE FROM authenticator WHERE staff_id = ?1
