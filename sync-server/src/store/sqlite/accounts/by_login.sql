SELECT id, role, password_hash, login FROM staff WHERE login = ?1 AND disabled_at IS NULL
