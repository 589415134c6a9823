INSERT INTO thanks (school_id, mentor_id, day, way, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
