SELECT id FROM access_event WHERE student_id = ?1 ORDER BY id
