SELECT school_id FROM setup_code WHERE code_hash = ?1 AND expires_at > ?2
