INSERT INTO attendance_event (student_id, school_id, day, status, missed, reason, batch_id, seq)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
