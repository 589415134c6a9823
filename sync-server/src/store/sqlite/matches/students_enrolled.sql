-- Enrolled on the last school day: between two terms nobody has left.
WITH day (last) AS (
  SELECT coalesce(max(day), ?2) FROM calendar_day
  WHERE school_id = ?1 AND day <= ?2 AND day_type IN ('instructional', 'make_up'))
SELECT student.id, coalesce(preferred_name, given_name) || ' ' || family_name, grade,
       (SELECT count(*) FROM match WHERE student_id = student.id AND end_day IS NULL),
       concat_ws(' ', given_name, preferred_name, family_name)
FROM student
WHERE student.active = 1
  AND (?3 IS NULL OR grade = ?3)
  AND student.id IN (
    SELECT student_id FROM enrollment, day
    WHERE school_id = ?1
      AND entry_day <= day.last AND (exit_day IS NULL OR exit_day > day.last))
ORDER BY family_name, given_name, student.id
