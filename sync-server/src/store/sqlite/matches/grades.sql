SELECT DISTINCT grade
FROM student JOIN enrollment ON enrollment.student_id = student.id
WHERE enrollment.school_id = ?1 AND student.active = 1 AND grade IS NOT NULL
  AND entry_day <= ?2 AND (exit_day IS NULL OR exit_day > ?2)
ORDER BY grade
