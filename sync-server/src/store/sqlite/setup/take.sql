DELETE FROM setup_code WHERE code_hash = ?1 AND school_id = ?2 AND expires_at > ?3
