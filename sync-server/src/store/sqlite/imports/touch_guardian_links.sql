UPDATE student_guardian SET seq = ?3
WHERE guardian_id = ?1 AND active = 1 AND ?2 =
  (SELECT school_id FROM enrollment WHERE enrollment.student_id = student_guardian.student_id
   ORDER BY exit_day IS NULL DESC, exit_day DESC, entry_day DESC LIMIT 1)
