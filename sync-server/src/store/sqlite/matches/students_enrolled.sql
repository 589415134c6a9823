SELECT student.id, coalesce(preferred_name, given_name) || ' ' || family_name, grade,
       (SELECT count(*) FROM match WHERE student_id = student.id AND end_day IS NULL),
       concat_ws(' ', given_name, preferred_name, family_name)
FROM student
WHERE student.active = 1
  AND (?3 IS NULL OR grade = ?3)
  AND EXISTS (
    SELECT 1 FROM enrollment
    WHERE student_id = student.id AND school_id = ?1
      AND entry_day <= ?2 AND (exit_day IS NULL OR exit_day > ?2))
ORDER BY family_name, given_name, student.id
