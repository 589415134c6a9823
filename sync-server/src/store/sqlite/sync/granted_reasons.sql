SELECT day, reason FROM attendance_event
WHERE student_id = :student_id AND school_id = :school_id AND superseded_by IS NULL AND reason IS NOT NULL
ORDER BY day DESC
LIMIT 60
