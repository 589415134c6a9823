SELECT student_id, school_id, day, status, missed FROM attendance_event
WHERE superseded_by IS NULL AND day BETWEEN ?1 AND ?2
  AND student_id IN (SELECT student_id FROM enrollment WHERE school_id = ?3)
