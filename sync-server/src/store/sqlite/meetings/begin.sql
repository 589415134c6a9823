INSERT INTO meeting (id, school_id, day, as_of, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (school_id, day) DO NOTHING
