INSERT INTO plan_version (school_id, version, staff_id, at) VALUES (?1, ?2, ?3, ?4)
