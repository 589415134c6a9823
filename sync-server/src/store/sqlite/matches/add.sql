INSERT INTO match (id, school_id, student_id, mentor_id, start_day, wake_up_calls, rationale, granted_seq, seq)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
