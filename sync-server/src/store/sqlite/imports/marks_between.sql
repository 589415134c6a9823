SELECT id, student_id, day FROM attendance_event
WHERE school_id = ?1 AND day BETWEEN ?2 AND ?3 AND superseded_by IS NULL
