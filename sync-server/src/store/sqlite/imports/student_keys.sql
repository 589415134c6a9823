SELECT sis_id, id FROM student
