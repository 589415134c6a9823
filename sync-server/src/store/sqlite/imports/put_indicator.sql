INSERT INTO indicator (student_id, kind, period_start, period_end, value, batch_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
