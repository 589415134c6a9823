INSERT INTO setting (school_id, key, value, from_day, set_at, set_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
