INSERT INTO recovery_code (staff_id, code_hash) VALUES (?1, ?2)
