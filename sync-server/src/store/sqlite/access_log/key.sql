SELECT sis_id FROM student WHERE id = ?1
