SELECT day, status, reason FROM attendance_event
WHERE school_id = ?1 AND student_id = ?2 AND superseded_by IS NULL
ORDER BY day
