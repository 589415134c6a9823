SELECT student_id, entry_day, exit_day
FROM enrollment JOIN student ON student.id = enrollment.student_id
WHERE enrollment.school_id = ?1 AND student.active = 1
  AND entry_day <= ?3 AND (exit_day IS NULL OR exit_day > ?2)
ORDER BY student_id, entry_day
