SELECT id, role, password_hash, login FROM staff WHERE id = ?1 AND disabled_at IS NULL
