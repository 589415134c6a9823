SELECT student_id, school_id, entry_day, exit_day FROM enrollment
ORDER BY student_id, entry_day, school_id
