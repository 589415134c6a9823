INSERT INTO celebration (school_id, student_id, day, whom, form, staff_id, at)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
WHERE EXISTS (SELECT 1 FROM enrollment WHERE school_id = ?1 AND student_id = ?2)
