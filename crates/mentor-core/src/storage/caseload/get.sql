SELECT match.id AS match_id, student.id AS student_id, first_name, family_name, grade, entry_day, exit_day, start_day,
       wake_up_calls
FROM match JOIN student ON student.id = match.student_id
WHERE match.id = ?1
