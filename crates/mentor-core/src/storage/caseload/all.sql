SELECT match.id AS match_id, student.id AS student_id, first_name, family_name, grade, entry_day, exit_day, start_day,
       wake_up_calls
FROM match JOIN student ON student.id = match.student_id
ORDER BY first_name COLLATE NOCASE, family_name COLLATE NOCASE, match.id
