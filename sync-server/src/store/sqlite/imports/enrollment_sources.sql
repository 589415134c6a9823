SELECT student_id, rows FROM enrollment_source
