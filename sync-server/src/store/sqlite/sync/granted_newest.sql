SELECT max(coalesce((SELECT seq FROM student WHERE id = :student_id), 0),
           coalesce((SELECT max(seq) FROM attendance_event WHERE student_id = :student_id AND school_id = :school_id), 0))
