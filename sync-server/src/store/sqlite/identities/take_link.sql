DELETE FROM connect_link WHERE staff_id = ?1 AND code_hash = ?2 AND expires_at > ?3
