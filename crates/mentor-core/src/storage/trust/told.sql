UPDATE kin SET log_id = ?1
