INSERT OR REPLACE INTO password_code (staff_id, code_hash, expires_at) VALUES (?1, ?2, ?3)
