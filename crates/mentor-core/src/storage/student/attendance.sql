SELECT day, status, missed_halves FROM attendance_day WHERE student_id = ?1
