-- The school that each student of theirs was last enrolled in: its log tells the phones.
SELECT DISTINCT
  (SELECT school_id FROM enrollment WHERE enrollment.student_id = student_guardian.student_id
   ORDER BY exit_day IS NULL DESC, exit_day DESC, entry_day DESC LIMIT 1) AS home
FROM student_guardian
WHERE guardian_id = ?1 AND active = 1 AND home IS NOT NULL
