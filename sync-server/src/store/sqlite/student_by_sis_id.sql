SELECT id FROM student WHERE sis_id = ?1
