UPDATE phone SET log_id = ?1, cursor = ?2
