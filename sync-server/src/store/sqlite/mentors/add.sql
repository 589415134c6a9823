INSERT INTO mentor (id, school_id, name, added_at, seq) VALUES (?1, ?2, ?3, ?4, 0)
