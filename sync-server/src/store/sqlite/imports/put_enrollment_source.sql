INSERT INTO enrollment_source (student_id, rows) VALUES (?1, ?2)
ON CONFLICT (student_id) DO UPDATE SET rows = excluded.rows
