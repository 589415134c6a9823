INSERT INTO other_contact (student_id, day, at, kind, reach)
SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM student WHERE id = ?1)
