SELECT day, status, missed_halves, seq
FROM attendance_event
WHERE student_id = :student_id AND school_id = :school_id AND superseded_by IS NULL AND seq > :cursor
ORDER BY seq, day
