-- Who left is still here: their days count, and every day knows by the enrollment whether it is one of theirs.
SELECT id, sis_id, grade, sex, race_ethnicity, english_learner, special_education, lunch, zip
FROM student
WHERE id IN (
  SELECT student_id FROM enrollment
  WHERE (?1 IS NULL OR school_id = ?1) AND entry_day <= ?3 AND (exit_day IS NULL OR exit_day > ?2))
  AND (?4 IS NULL OR id = ?4)
  AND (?5 = 0 OR id IN (SELECT student_id FROM match WHERE school_id = ?1))
ORDER BY sis_id
