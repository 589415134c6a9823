SELECT id, status, missed, reason FROM attendance_event
WHERE student_id = ?1 AND school_id = ?2 AND day = ?3 AND superseded_by IS NULL
