SELECT student_id, day, missed_halves
FROM attendance_event
WHERE school_id = ?1 AND day BETWEEN ?2 AND ?3 AND superseded_by IS NULL AND missed_halves > 0
  AND student_id IN (SELECT student_id FROM match WHERE school_id = ?1)
