DELETE FROM attendance_day WHERE student_id = ?1
