SELECT student_id, school_id, entry_day, exit_day FROM enrollment
WHERE student_id IN (SELECT student_id FROM enrollment WHERE school_id = ?3)
ORDER BY student_id, entry_day, school_id
