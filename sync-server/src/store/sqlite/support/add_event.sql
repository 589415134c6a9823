INSERT INTO support_event (school_id, day, topic, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5)
