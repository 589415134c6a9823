INSERT OR REPLACE INTO connect_link (staff_id, code_hash, expires_at) VALUES (?1, ?2, ?3)
