INSERT INTO support_check_in (school_id, mentor_id, day, way, topics, needs, prompts, note, next_step, staff_id, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
