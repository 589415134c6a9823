SELECT id, sis_id, coalesce(preferred_name, given_name), family_name FROM student
WHERE id IN (SELECT student_id FROM enrollment WHERE school_id = ?1)
ORDER BY family_name COLLATE NOCASE, given_name COLLATE NOCASE, id
