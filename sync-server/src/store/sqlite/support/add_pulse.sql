INSERT INTO support_pulse (school_id, mentor_id, match_id, day, first, second, third, note, staff_id, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
