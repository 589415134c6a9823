-- Enrolled on the last school day: between two terms nobody has left.
WITH day (last) AS (
  SELECT coalesce(max(day), ?2) FROM calendar_day
  WHERE school_id = ?1 AND day <= ?2 AND day_type IN ('instructional', 'make_up'))
SELECT DISTINCT grade
FROM student JOIN enrollment ON enrollment.student_id = student.id JOIN day
WHERE enrollment.school_id = ?1 AND student.active = 1 AND grade IS NOT NULL
  AND entry_day <= day.last AND (exit_day IS NULL OR exit_day > day.last)
ORDER BY grade
