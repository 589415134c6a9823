DELETE FROM password_code WHERE staff_id = ?1
