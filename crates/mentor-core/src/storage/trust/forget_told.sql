UPDATE kin SET log_id = NULL
